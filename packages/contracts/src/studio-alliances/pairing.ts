// Events of a pairing run: the request, the proposals with their reasons in pages, the certificate, people's decisions.
import { z } from 'zod';
import { event } from '../event.ts';
import { id } from '../values.ts';
import { allianceForm } from './alliance.ts';

/** What a run seeks: no two studios that prefer each other, a good lot for the worst off, or the greatest sum. */
export const pairingMode = z.enum(['stable', 'balanced', 'best']);
/** Why two studios fit: the points of all reasons add up to the weight. */
export const pairingReason = z.object({
  part: z.enum(['need', 'offer', 'form', 'district', 'level', 'topics']),
  points: z.int(),
  zh: z.string(),
  en: z.string(),
});
/** A pair of studios that a run proposes, with its reasons. */
export const pairingProposal = z.object({
  /** From 1, in the order of the answer. */
  number: z.int().min(1),
  studios: z.tuple([id, id]),
  names: z.tuple([z.string(), z.string()]),
  weight: z.number().min(0),
  kept: z.boolean(),
  reasons: z.array(pairingReason),
  /** A suggestion; a person declares the form. Absent where nothing but a person's wish joins the two. */
  form: allianceForm.optional(),
});
/** A proposal of a pairing run. */
export type PairingProposal = z.infer<typeof pairingProposal>;
/** Proposals a page: with reasons, however long, so many stay within an event's size. */
export const proposalsPerPage = 25;
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Alliances of one leading studio with so many members at most.
 * @example
 * ```ts
 * pairingLeader.parse({ studio: studioId('union', 'GZS-05'), members: 3 }).members; // → 3
 * ```
 */
export const pairingLeader = z.object({ studio: id, members: z.int().min(1).max(49) });
/** What a run is doing. */
export const pairingStage = z.enum([
  'waiting',
  'reading',
  'candidates',
  'sort',
  'auction',
  'exact',
  'proof',
  'writing',
]);
/** What a mode costs in the sum, for the worst off, and in studios that stay alone. */
export const pairingModeCost = z.object({
  mode: pairingMode,
  total: z.number(),
  bound: z.number(),
  /** The share of its own best possible sum that the studio at the lowest 1 % gets, in 1/10,000. */
  worstOff: z.int(),
  /** Studios with a place and a possible partner that stay alone. */
  alone: z.int(),
  blocking: z.int(),
});
/** A studio without a partner, and why. */
export const pairingLeftOut = z.object({
  studio: id,
  name: z.string(),
  reason: z.enum(['no-place', 'no-possible-pair', 'lost-to-others']),
  zh: z.string(),
  en: z.string(),
  /** The best pair it could have had. */
  best: z.object({ with: id, weight: z.number() }).optional(),
});
/** The shadow price of one place, and the score of the last candidate that was looked at: the certificate's numbers. */
export const pairingPrice = z.object({ studio: id, price: z.number().min(0), last: z.number().min(0) });
/**
 * A set of an odd number of places with a price; a large one comes in parts with the same number.
 * @example
 * ```ts
 * const of = ['GZS-05', 'GZS-06', 'GZS-07'].map((code) => studioId('union', code));
 * pairingOddSet.parse({ set: 1, of, price: 120 }).of.length; // → 3
 * ```
 */
export const pairingOddSet = z.object({ set: z.int(), of: z.array(id).max(500), price: z.number().min(0) });

const pairing = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
const studios: [string, string] = ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08', '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d09'];
const empty = '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945';
/** The run is to be made; its studios and wishes follow in pages. */
export const pairingRequested = event(
  'pairing-requested',
  z.object({
    pairing: id,
    mode: pairingMode,
    studios: z.int(),
    pages: z.int(),
    /** SHA-256 of mode, studios and wishes: the same input gives the same answer. */
    input: sha256,
    /** The run whose decisions it takes up. */
    after: id.optional(),
  }),
  { pairing, mode: 'best', studios: 2, pages: 1, input: empty },
);
const couple = z.tuple([id, id]);
/** Which studios, as they were when their stream had `version` events; and what people wish. */
export const pairingInput = event(
  'pairing-input',
  z.object({
    pairing: id,
    page: z.int().min(1),
    studios: z.array(z.object({ studio: id, version: z.int().min(1) })).max(500),
    kept: z.array(couple).max(500),
    forbidden: z.array(couple).max(500),
    leaders: z.array(pairingLeader).max(500),
  }),
  {
    pairing,
    page: 1,
    studios: studios.map((studio) => ({ studio, version: 2 })),
    kept: [],
    forbidden: [],
    leaders: [],
  },
);
/** A page of proposals. */
export const pairingProposed = event(
  'pairing-proposed',
  z.object({
    pairing: id,
    page: z.int().min(1),
    proposals: z.array(pairingProposal).max(50),
  }),
  {
    pairing,
    page: 1,
    proposals: [
      {
        number: 1,
        studios,
        names: ['张杰创新工作室', '王保勇创新工作室'],
        weight: 1500,
        kept: false,
        form: 'linked',
        reasons: [
          {
            part: 'form',
            points: 1500,
            zh: '同一链条“汽车制造”的相邻环节（3与2），建议关联',
            en: 'neighbouring stages 3 and 2 of the chain 汽车制造: linked',
          },
        ],
      },
    ],
  },
);
/** No pairing of these studios weighs more than `bound`; `digest` is the SHA-256 of the sorted pairs. */
export const pairingCompleted = event(
  'pairing-completed',
  z.object({
    pairing: id,
    mode: pairingMode,
    studios: z.int(),
    /** Studios without a partner. */
    left: z.int(),
    count: z.int(),
    pages: z.int(),
    total: z.number(),
    bound: z.number(),
    blocking: z.int(),
    digest: sha256,
  }),
  {
    pairing,
    mode: 'best',
    studios: 2,
    left: 0,
    count: 1,
    pages: 1,
    total: 1500,
    bound: 1500,
    blocking: 0,
    digest: '5b0d6a1f0f1d9c1b7e7c6a2f5d3e4b8a9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f',
  },
);
/** Studios without a partner, each with the reason. */
export const pairingLeft = event(
  'pairing-left',
  z.object({ pairing: id, page: z.int().min(1), studios: z.array(pairingLeftOut).max(50) }),
  {
    pairing,
    page: 1,
    studios: [
      {
        studio: studios[0],
        name: '张杰创新工作室',
        reason: 'no-place',
        zh: '张杰创新工作室 没有名额',
        en: '张杰创新工作室 takes no alliance',
      },
    ],
  },
);
/** A page of the certificate's prices. */
export const pairingPriced = event(
  'pairing-priced',
  z.object({
    pairing: id,
    page: z.int().min(1),
    prices: z.array(pairingPrice).max(500),
    odd: z.array(pairingOddSet).max(500),
  }),
  { pairing, page: 1, prices: studios.map((studio) => ({ studio, price: 750, last: 0 })), odd: [] },
);
/** What makes the bound checkable, and what each mode would have cost. */
export const pairingCertified = event(
  'pairing-certified',
  z.object({
    pairing: id,
    leftPages: z.int(),
    pricePages: z.int(),
    /** SHA-256 of prices and odd sets. */
    prices: sha256,
    /** No pairing among all pairs of the studios weighs more, those beyond the candidates included. */
    overall: z.number(),
    modes: z.array(pairingModeCost),
  }),
  {
    pairing,
    leftPages: 0,
    pricePages: 1,
    prices: empty,
    overall: 1500,
    modes: [{ mode: 'best', total: 1500, bound: 1500, worstOff: 10000, alone: 0, blocking: 0 }],
  },
);
/** The run was cancelled: nothing is proposed. */
export const pairingCancelled = event('pairing-cancelled', z.object({ pairing: id }), { pairing });
/** It cannot be made; the input is kept. */
export const pairingFailed = event('pairing-failed', z.object({ pairing: id, reason: z.string().max(1000) }), {
  pairing,
  reason: 'out of memory',
});
const repetition = z.object({ pairing: id, repetition: z.int().min(1) });
/** The same input is to be paired again, as a proof. */
export const pairingRepeatRequested = event('pairing-repeat-requested', repetition, { pairing, repetition: 1 });
/** The same input was paired again: is the answer the same? */
export const pairingRepeated = event('pairing-repeated', repetition.extend({ digest: sha256, equal: z.boolean() }), {
  pairing,
  repetition: 1,
  digest: empty,
  equal: false,
});
const decided = z.object({ pairing: id, number: z.int().min(1), page: z.int().min(1), studios: z.tuple([id, id]) });
/** People accept a proposal. */
export const proposalAccepted = event('proposal-accepted', decided, { pairing, number: 1, page: 1, studios });
/** People drop a proposal. */
export const proposalDropped = event('proposal-dropped', decided, { pairing, number: 1, page: 1, studios });
/** What people decide about a proposal. */
export const proposalDecision = z.enum(['open', 'accepted', 'dropped']);
/** People decide about many proposals of a page at once, or take decisions back: then they are open again. */
export const proposalsDecided = event(
  'proposals-decided',
  z.object({
    pairing: id,
    page: z.int().min(1),
    decision: proposalDecision,
    numbers: z.array(z.int().min(1)).min(1).max(50),
  }),
  { pairing, page: 1, decision: 'accepted', numbers: [1] },
);

/** Every event type of a pairing run. */
export const pairingEvents = [
  pairingRequested,
  pairingInput,
  pairingProposed,
  pairingLeft,
  pairingPriced,
  pairingCertified,
  pairingCompleted,
  pairingCancelled,
  pairingFailed,
  pairingRepeatRequested,
  pairingRepeated,
  proposalAccepted,
  proposalDropped,
  proposalsDecided,
] as const;
