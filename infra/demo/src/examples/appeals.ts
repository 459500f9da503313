// Hand-written examples of appeals and self scores: the year has units, departments and organisers of their own, the examples one person.
import { type AppealView, definitionOf, type EventNamed } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const filed = definitionOf('appeal-filed')!.example as EventNamed<'appeal-filed'>['data'];
const {
  check: _,
  appeal: __,
  ...answer
} = definitionOf('appeal-answered')!.example as EventNamed<'appeal-answered'>['data'];
const { finding, revision, decidedBy, at } = definitionOf('appeal-decided')!
  .example as EventNamed<'appeal-decided'>['data'];
const decided = { finding, revision, decidedBy, at };
const appeal: AppealView = { ...filed, status: 'upheld', answers: [answer], decided };
const { about, item, reason, evidence } = filed;
const done = (version: number) => ({ status: '200', type, body: { id: filed.check, version } });
const explained = (zh: string, score: number) => ({
  ...{ place: 1, score, tree: { kind: 'place', value: 1 }, text: { zh, en: `Quarterly check: ${score} points` } },
  outcome: { status: 'scored', score, band: null, bars: [], figures: { safety: score - 80 } },
});

const marks = { safety: { events: [{ code: 'minor', times: 1 }] } };
const side = (times: number) => ({ mark: { events: [{ code: 'minor', times }] }, points: 14 - times });

export const written: Record<string, ApiExample> = {
  'GET /api/checks/{id}/self-score': {
    answer: {
      ...{ status: '200', type },
      body: {
        ...{ check: filed.check, by: 'user-wanquansi', at: '2024-04-02T10:00:00+08:00' },
        items: [
          {
            ...{ criterion: 'safety', label: '安全生产', department: 'safety', departmentLabel: '安全部', most: 14 },
            ...{ self: side(1), sheet: side(2) },
          },
        ],
        totals: { self: 13, sheet: 12 },
      },
    },
  },
  'PUT /api/checks/{id}/self-score': { request: { type, body: { marks } }, answer: done(9) },
  'GET /api/appeals': { answer: { status: '200', type, body: { items: [appeal] } } },
  'GET /api/checks/{id}/appeals/{appeal}': {
    answer: {
      ...{ status: '200', type },
      body: {
        ...appeal,
        before: explained('季度检查考核：92.5 分；安全生产扣 1 分：一般隐患 1 处', 92.5),
        after: explained('季度检查考核：93.5 分；安全生产不扣分', 93.5),
        moves: [],
      },
    },
  },
  'POST /api/checks/{id}/appeals': {
    request: { type, body: { about, item, reason, evidence } },
    answer: done(31),
  },
  'POST /api/checks/{id}/appeals/{appeal}/answer': {
    request: { type, body: { answer: answer.answer } },
    answer: done(32),
  },
  'POST /api/checks/{id}/appeals/{appeal}/decide': {
    request: { type, body: { outcome: 'upheld', finding, marks: { safety: { events: [] } } } },
    answer: done(34),
  },
};
