// What is refused is said in names, and in English without Chinese phrases or punctuation.
import { describe, type Mark, type MissingItem, type Refusal } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { codeLabelsOf, criteriaOf, misfit } from './criteria.ts';
import { inWords } from './round.ts';
import { body, competition, entrantOf } from './year.fixture.ts';
import { pendingInWords } from './year.ts';

const criteria = criteriaOf(body, 'projects', 'quarter', 'q1');
const said = (refusal: Refusal | undefined) => describe(refusal!);
const labels = codeLabelsOf(body, 'projects', 'quarter');
const wrongMark = (criterion: string, mark: Mark) =>
  said(misfit(criteria.find(({ id }) => id === criterion)!, mark, labels));
const punctuation = /[、，。：；（）]/;

test('a mark that does not fit names the events and levels that do, not their codes', () => {
  const events = wrongMark('safety', { events: [{ code: 'flood' }] });
  expect(events).toMatchObject({ detail: expect.stringContaining('一般隐患'), params: { codes: expect.anything() } });
  const level = wrongMark('civilised', { level: 'perfect' });
  for (const { detail, detailEn } of [events, level]) {
    expect(`${detail}${detailEn}`).not.toMatch(/hazard|model/);
    expect(detailEn).not.toMatch(punctuation);
  }
});

test('what a round lacks is named in both languages, ten of it and how many more', () => {
  const [check, entry] = [competition, competition];
  const about = { check, entry, unit: '甲项目部', criteria: [] };
  const items: MissingItem[] = [
    { ...about, what: 'plan' },
    ...Array.from({ length: 11 }, () => ({ ...about, what: 'sheet' as const, departmentLabel: '安全部' })),
  ];
  const { missing, missingEn } = inWords(items);
  expect([missing[0], missing[1], missing.at(-1)]).toEqual(['甲项目部 计划', '甲项目部 安全部评分表', '另 2 项']);
  expect([missingEn[0], missingEn[1], missingEn.at(-1)]).toEqual([
    'the plan of 甲项目部',
    'the sheet of 甲项目部 (安全部)',
    '2 more',
  ]);
  const refusal = said({ refused: 'round-incomplete', params: { count: items.length, missing, missingEn } });
  expect(refusal.detailEn).not.toMatch(punctuation);
});

test('a sentence in English has English punctuation, whatever is named in it', () => {
  const params = { track: 'boats', knownLabels: ['项目部（projects）'], known: ['projects'] };
  expect(said({ refused: 'entry-track', params }).detailEn).toMatch(/one of: 项目部 \(projects\)\.$/);
});

test('a missing result is named by its track and period', () => {
  const entrant = entrantOf(11, 'projects');
  const year = { body, track: 'projects', stage: 'year', entrants: [{ entrant, members: [], inputs: {} }] };
  const pending = [
    { entrant: entrant.entry, item: 'quarters', missing: 'result' as const, of: 'projects.quarter.q4' },
    { entrant: entrant.entry, item: 'admission', missing: 'admission' as const, of: 'projects.quarter.q1' },
  ];
  const words = pendingInWords(year as never, { pending } as never);
  expect(words.map(([, en]) => en).join()).not.toMatch(punctuation);
  expect(words.flat().join()).not.toMatch(/projects|q4|quarter\b/);
});
