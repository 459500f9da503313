// What a person reads of a wrong request, word for word.
import {
  announceCompetition,
  correctResult,
  describe as described,
  draftAwardList,
  registerUnit,
  runPairing,
} from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { malformed } from './problem.ts';

function said(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value);
  return described(malformed('body', schema, value, error!.issues)).errors!.map(
    ({ at, zh, en }) => `${at} ${zh} | ${en}`,
  );
}
const unit = { kind: 'branch', code: 'F-1', name: '一分公司', shortName: '一分' };

test('lengths are counted in characters, however many units they take', () => {
  expect(said(registerUnit, { ...unit, shortName: '长'.repeat(27) })).toEqual([
    '/body/shortName 「简称」最多 20 个字，现有 27 个 | “short name” takes at most 20 characters, 27 given',
  ]);
  expect(registerUnit.safeParse({ ...unit, shortName: '𠮷'.repeat(20) }).success).toBe(true);
  expect(said(registerUnit, { ...unit, shortName: '𠮷'.repeat(21) })[0]).toContain('现有 21 个');
});

test('a missing, empty or null field was not filled in', () => {
  const line = '/body/name 「名称」没有填写 | “name” is missing';
  expect(said(registerUnit, { ...unit, name: undefined })).toEqual([line]);
  expect(said(registerUnit, { ...unit, name: '' })).toEqual([line]);
  expect(said(registerUnit, { ...unit, name: null })).toEqual([line]);
  expect(said(registerUnit, undefined)).toEqual(['/body 请求内容没有填写 | the body is missing']);
});

test('values, ids, dates and unknown fields say what may be sent', () => {
  expect(said(registerUnit, { ...unit, kind: 'team', parent: '7', collective: true })).toEqual([
    '/body/kind 「类别」只能是：分支机构（branch）、项目部（project-department）、用人单位（employer） | “kind” must be one of: branch, project-department, employer',
    '/body/parent 「上级单位」的标识格式不对，请原样使用接口给出的 id | “parent unit” must be an id as the API gives it',
    '/body 请求内容多出了接口不认识的字段「collective」（可用字段：id、kind、code、name、shortName、parent） | the body has fields that the API does not know: “collective” (it takes: id, kind, code, name, shortName, parent)',
  ]);
  const registration = { from: '2024/04/10', to: 5 };
  const rest = { name: '竞赛', year: 1900.5, theme: '主题', slogan: '口号', tracks: [] };
  expect(said(announceCompetition, { ...rest, registration })).toEqual([
    '/body/year 「年度」应为整数 | “year” must be a whole number',
    '/body/tracks 「赛道」至少 1 项，现有 0 项 | “tracks” takes at least 1 item, 0 given',
    '/body/registration/from 「报名期」「开始日期」应为日期，如 2024-04-10 | “registration window”, “start date” must be a date such as 2024-04-10',
    '/body/registration/to 「报名期」「结束日期」应为日期，如 2024-04-10 | “registration window”, “end date” must be a date such as 2024-04-10',
  ]);
});

test('members of lists and records are named by their order, not by their codes', () => {
  const leaders = [{ studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12', members: 0 }];
  expect(said(runPairing, { leaders })).toEqual([
    '/body/leaders/0/members 「牵头工作室」第 1 项「成员数」不能小于 1 | “leading studios” no. 1, “number of members” must be at least 1',
  ]);
  const marks = { quality: { value: 1 }, 'safety.events': { events: [{ code: 'hazard', times: -1 }] } };
  expect(said(correctResult, { reason: '复核', marks })).toEqual([
    '/body/marks/safety.events/events/0/times 「评分」第 2 项「扣分加分事项」第 1 项「次数」不能小于 0 | “marks” no. 2, “events” no. 1, “times” must be at least 0',
  ]);
});

test('of several forms the nearest is judged; where none is near, all are named', () => {
  expect(said(correctResult, { reason: '复核', marks: { a: { value: 1.23456 }, b: {} } })).toEqual([
    '/body/marks/a/value 「评分」第 1 项「分值」最多四位小数，绝对值不超过 1000 亿 | “marks” no. 1, “value” takes at most four decimals and 100,000,000,000',
    '/body/marks/b 「评分」第 2 项须填写下列字段之一：value、parts、events、level、na、plan | “marks” no. 2 must have one of the fields: value, parts, events, level, na, plan',
  ]);
  expect(said(draftAwardList, { kind: 'medal' })).toEqual([
    '/body/kind 「类别」只能是：授牌（plaque）、联盟年度任务（duty）、认可成果（outputs）、手工编制（hand） | “kind” must be one of: plaque, duty, outputs, hand',
  ]);
  expect(said(draftAwardList, { kind: 'hand', title: '授牌', year: 2024, honours: 1 })).toEqual([
    '/body/honours 「荣誉」应为列表 | “honours” must be a list',
  ]);
});

test('a number of a query is judged as a number, though it comes as a text', () => {
  const query = z.object({ limit: z.coerce.number().int().min(1).max(200) });
  expect(said(query, { limit: '1000' })).toEqual([
    '/body/limit 「每页条数」不能大于 200 | “page size” must be at most 200',
  ]);
  expect(said(query, { limit: 'all' })).toEqual(['/body/limit 「每页条数」应为数字 | “page size” must be a number']);
});
