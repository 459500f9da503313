// Examples of what lists have no need of in the year, by hand.
import {
  awardCommitteeSet,
  awardItemsLost,
  awardItemsReturned,
  awardReturnDue,
  awardReturnOpened,
  ballotClosed,
  ballotOpened,
  ballotRecused,
  plaqueRemovalDecided,
  plaqueRemovalOpened,
  publicationConsentGiven,
  publicationConsentWithdrawn,
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

const { by: _setBy, ...committee } = awardCommitteeSet.example;
const { committee: seats, ...asSet } = committee;
const { by: _openedBy, ...open } = ballotOpened.example;
const { list, ballot, candidates, rule, closesAt } = open;
const { ballot: _counted, list: _of, by: _closedBy, ...result } = ballotClosed.example;
const cast = open.voters;
const [member] = committee.members;
const { user, seat, voting, substitute } = member!;
const conflicts = [{ candidate: candidates[0]!, name: 'XM-01', why: 'own-unit' }];
const votes: Record<string, ApiExample> = {
  'PUT /api/award-committees/{id}': {
    request: { type, body: asSet },
    answer: { status: '201', type, body: { id: seats, version: 1 } },
  },
  'GET /api/award-committees': listOf(committee),
  'GET /api/award-committees/{id}': one(committee),
  'GET /api/award-lists/{id}/conflicts': one({
    ...{ list, committee: seats },
    items: [{ user, seat, voting, conflicts, substitute }],
  }),
  'POST /api/ballots': {
    request: { type, body: { list, committee: seats, ...rule, closesAt } },
    answer: { status: '201', type, body: { id: ballot, version: 1 } },
  },
  'GET /api/ballots': listOf({ ...open, status: 'open', cast: cast.slice(0, 1) }),
  'GET /api/ballots/{id}': one({ ...open, status: 'closed', cast, result }),
  'POST /api/ballots/{id}/votes': {
    request: { type, body: { votes: candidates.map((candidate) => ({ candidate, vote: 'for' })) } },
    ...changed(ballot, 2),
  },
  'POST /api/ballots/{id}/recuse': {
    request: { type, body: { reason: ballotRecused.example.reason } },
    ...changed(ballot, 3),
  },
  'POST /api/ballots/{id}/close': changed(ballot, 5),
};

const { person, ...given } = publicationConsentGiven.example;
const agreeing = {
  ...{ person, externalId: 'YG-10086', name: '张建国（演示）', status: 'given' },
  history: [{ ...given, status: 'given' }],
};
const { on, means } = publicationConsentWithdrawn.example;
const consents: Record<string, ApiExample> = {
  'POST /api/publication-consents/{id}/give': {
    request: { type, body: { on: given.on, means } },
    answer: { status: '201', type, body: { id: person, version: 1 } },
  },
  'POST /api/publication-consents/{id}/withdraw': { request: { type, body: { on, means } }, ...changed(person, 2) },
  'GET /api/publication-consents': listOf(agreeing),
  'GET /api/publication-consents/{id}': one(agreeing),
};

export const written: Record<string, ApiExample> = { ...returns, ...votes, ...consents };
