// Examples of what lists have no need of in the year, by hand.
import {
  awardItemsLost,
  awardItemsReturned,
  awardReturnDue,
  awardReturnOpened,
  plaqueRemovalDecided,
  plaqueRemovalOpened,
} from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const changed = (id: string, version: number) => ({ answer: { status: '200', type, body: { id, version } } });
const listOf = (item: object) => ({ answer: { status: '200', type, body: { items: [item] } } });
const one = (body: object) => ({ answer: { status: '200', type, body } });

const { removal } = plaqueRemovalOpened.example;
const { outcome, reason: why, returnBy } = plaqueRemovalDecided.example;
const proposal = { ...plaqueRemovalOpened.example, status: 'open' };
const { decision } = awardReturnOpened.example;
const owing = {
  ...awardReturnOpened.example,
  ...{ status: 'open', out: 1 },
  items: awardReturnOpened.example.items.map((item) => ({ ...item, state: 'out' })),
};
const returns: Record<string, ApiExample> = {
  'GET /api/plaque-removals': listOf(proposal),
  'GET /api/plaque-removals/{id}': one(proposal),
  'POST /api/plaque-removals/{id}/decide': {
    request: { type, body: { outcome, reason: why, returnBy } },
    ...changed(removal, 2),
  },
  'GET /api/award-returns': listOf(owing),
  'GET /api/award-returns/{id}': one(owing),
  'POST /api/award-returns/{id}/set-date': {
    request: {
      type,
      body: {
        items: awardReturnDue.example.items,
        returnBy: awardReturnDue.example.returnBy,
        reason: awardReturnDue.example.reason,
      },
    },
    ...changed(decision, 2),
  },
  'POST /api/award-returns/{id}/take-back': {
    request: { type, body: { items: awardItemsReturned.example.items, on: awardItemsReturned.example.on } },
    ...changed(decision, 3),
  },
  'POST /api/award-returns/{id}/write-off': {
    request: { type, body: { items: awardItemsLost.example.items, reason: awardItemsLost.example.reason } },
    ...changed(decision, 3),
  },
};

export const written: Record<string, ApiExample> = { ...returns };
