// Hand-written examples of appeals of contests: they need a referee and somebody who had no part, the examples are one person.
import { type ContestAppealView, definitionOf, type EventNamed } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const {
  entered: _,
  scorers: __,
  ...filed
} = definitionOf('contest-appeal-filed')!.example as EventNamed<'contest-appeal-filed'>['data'];
const { appeal: ___, ...answer } = definitionOf('contest-appeal-answered')!
  .example as EventNamed<'contest-appeal-answered'>['data'];
const { finding, decidedBy, at, marks } = definitionOf('contest-appeal-decided')!
  .example as EventNamed<'contest-appeal-decided'>['data'];
const decided = { finding, decidedBy, at };
const named = { code: 'YG-20001', name: '周建新（演示）' };
const appeal: ContestAppealView = { ...filed, ...named, status: 'upheld', answers: [answer], decided };
const done = (version: number) => ({ status: '200', type, body: { id: filed.appeal, version } });
const standing = (place: number, seconds: number) => ({
  ...{ status: 'scored' as const, score: 0, place },
  text: { zh: `五公里跑：第 ${place} 名；成绩 ${seconds} 秒`, en: `The race: place ${place}; ${seconds} seconds` },
});
const { contestant, item, reason, evidence } = filed;

/** Examples by operation. */
export const written: Record<string, ApiExample> = {
  'GET /api/contest-appeals': { answer: { status: '200', type, body: { items: [appeal] } } },
  'GET /api/contest-appeals/{id}': {
    answer: {
      ...{ status: '200', type },
      body: { ...appeal, before: standing(2, 1295.4), after: standing(1, 1292.4), moves: [] },
    },
  },
  'POST /api/contest-stages/{id}/appeals': {
    request: { type, body: { contestant, item, reason, evidence } },
    answer: { ...done(1), status: '201' },
  },
  'POST /api/contest-appeals/{id}/answer': { request: { type, body: { answer: answer.answer } }, answer: done(2) },
  'POST /api/contest-appeals/{id}/decide': {
    request: { type, body: { outcome: 'upheld', finding, marks } },
    answer: done(3),
  },
};
