import { parseScheme } from '@jiangong/scoring';
import { expect, test } from 'vitest';
import { unplayedIn, unsupportedIn } from './scheme-support.ts';

const value = { kind: 'value' };
const collect = (from: string) => ({ kind: 'collect', from });
const sheet = (measure: object, more: object = {}) => ({
  criteria: [{ id: 'a', label: '甲项', points: 100, measure, ...more }],
});
const honours = [{ id: 'flag', label: '流动红旗', take: 1 }];
const quarter = (more: object = {}) => ({
  ...{ id: 'quarter', label: '季度', periods: [{ id: 'q1', label: '一季度' }], sheet: sheet(value) },
  ...more,
});
const year = (more: object = {}) => ({ id: 'year', label: '年度', sheet: sheet(collect('quarter')), ...more });
const scheme = (...tracks: object[][]) =>
  parseScheme({
    ...{ language: 1, id: 'x', version: 1, title: '方案' },
    tracks: tracks.map((stages, at) => ({ id: `t${at}`, label: `赛道${at}`, stages })),
  });
const gaps = (...tracks: object[][]) => unsupportedIn(scheme(...tracks)).map(({ code, at }) => `${code} ${at}`);

test('a scheme of rounds and a year is supported whole', () => {
  expect(gaps([quarter(), year()])).toEqual([]);
  expect(gaps([quarter({ honours }), year({ honours })])).toEqual([]);
  expect(gaps([quarter()], [year({ sheet: sheet(value) })])).toEqual([]);
  expect(gaps([quarter(), year()], [year({ sheet: sheet({ ...collect('t0.year'), over: 'members' }) })])).toEqual([]);
});

test('what the quarterly drive could never close is named, at its node and by its label', () => {
  const panel = { panel: { id: 'judges' } };
  expect(gaps([quarter({ sheet: sheet(value, panel) }), year()])).toEqual([
    'no-judges-marks /tracks/0/stages/0/sheet/criteria/0/panel',
  ]);
  expect(gaps([quarter(panel), year()])).toEqual(['no-judges-marks /tracks/0/stages/0/panel']);
  const [finding] = unsupportedIn(scheme([quarter(), year({ sheet: sheet(value, panel) })]));
  expect(finding).toMatchObject({ severity: 'warning', zh: expect.stringMatching(/^赛道0 · 年度 · 甲项：由评委打分/) });

  const month = { id: 'month', label: '月度', periods: [{ id: 'm1', label: '一月' }], sheet: sheet(value) };
  expect(gaps([month, quarter({ sheet: sheet(collect('month')) }), year()])).toEqual([
    'round-collects /tracks/0/stages/1/sheet/criteria/0/measure',
  ]);
  const admits = { admits: { from: 'quarter', honours: ['flag'] } };
  const include = { honours: [{ ...honours[0], ties: 'include' }] };
  expect(gaps([quarter(include), { ...month, ...admits }])).toContain('round-admits /tracks/0/stages/1/admits');
  expect(gaps([quarter(include), year(admits)])).toEqual([]);
  expect(gaps([quarter({ honours }), year(admits)])).toContain('tie-never-decided /tracks/0/stages/1/admits');
  const final = { id: 'final', label: '决赛', sheet: sheet(value), honours };
  expect(gaps([final, year({ sheet: sheet(value), admits: { from: 'final', honours: ['flag'] } })])).toEqual([
    'source-never-evaluated /tracks/0/stages/1/admits/from',
    'stage-never-evaluated /tracks/0/stages/0',
  ]);
  // Another track is heard of only through its year.
  expect(gaps([quarter()], [year({ sheet: sheet(collect('t0.quarter')) })])).toEqual([
    'source-never-evaluated /tracks/1/stages/0/sheet/criteria/0/measure/from',
  ]);
});

test('of two tracks, the quarterly drive can play the one without judges', () => {
  const both = scheme([quarter(), year()], [quarter({ panel: { id: 'judges' } }), year()]);
  expect(unplayedIn(both, 't0')).toEqual([]);
  expect(unplayedIn(both, 't1').map(({ zh }) => zh)).toEqual([expect.stringMatching(/^赛道1 · 季度：由评委打分/)]);
});

test('a track that takes units of no known kind could never be entered', () => {
  const of = (...takes: string[]) => {
    const { tracks, ...head } = scheme([quarter(), year()]);
    return unsupportedIn({ ...head, tracks: tracks.map((track) => ({ ...track, takes })) });
  };
  expect(of('branch', 'project-department', 'employer')).toEqual([]);
  expect(of('branch', 'site')).toMatchObject([{ code: 'unknown-unit-kind', at: '/tracks/0/takes', severity: 'error' }]);
});

test('a word that nobody can enter the numbers for is an error', () => {
  const level = (more: object) => ({ kind: 'level', levels: [{ id: 'good', label: '好', points: 100, ...more }] });
  const found = (measure: object, more: object = {}) => {
    const stages = [quarter({ honours }), year({ sheet: sheet(measure, more) })];
    const document = { ...scheme(stages), language: 2 };
    return unsupportedIn(parseScheme(document)).map(({ code, at, severity }) => `${severity} ${code} ${at}`)[0];
  };
  const at = '/tracks/0/stages/1/sheet/criteria/0';
  expect(found(value, { factor: 'size' })).toBe(`error no-facts ${at}/factor`);
  expect(found(level({ from: 80, to: 100 }))).toBe(`error no-level-ranges ${at}/measure/levels`);
  expect(found({ kind: 'ratio', signed: true })).toBe(`error no-losses ${at}/measure/signed`);
  expect(found({ ...collect('quarter'), honour: 'flag', take: 'sum' })).toBe(
    `warning honours-never-collected ${at}/measure/honour`,
  );
  expect(found(level({ from: 100 }))).toBeUndefined();
});

test('a part without effect is a warning', () => {
  const vetoes = [{ id: 'accident', label: '事故', bars: 'stage' }];
  expect(gaps([quarter(), year({ sheet: { ...sheet(collect('quarter')), vetoes } })])).toEqual([
    'no-annual-vetoes /tracks/0/stages/1/sheet/vetoes/0',
  ]);
  expect(gaps([quarter(), quarter({ id: 'again' }), year()])).toEqual(['stage-never-evaluated /tracks/0/stages/1']);
});
