// What is told of a pairing run: the proposals with their reasons in pages, then the certificate, then people's decisions.
import { z } from 'zod';
import { event } from '../event.ts';
import { id } from '../values.ts';
import { allianceForm } from './alliance.ts';

export const pairingMode = z.enum(['stable', 'balanced', 'best']);
/** Why two studios fit: the points of all reasons add up to the weight. */
export const pairingReason = z.object({
  part: z.enum(['need', 'offer', 'form', 'district', 'level', 'topics']),
  points: z.int(),
  zh: z.string(),
  en: z.string(),
});
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
export type PairingProposal = z.infer<typeof pairingProposal>;
/** Proposals a page: with reasons, so many stay within an event's size. */
export const proposalsPerPage = 50;

const pairing = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
const studios: [string, string] = ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08', '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d09'];
export const pairingProposed = event(
  'pairing-proposed',
  z.object({
    pairing: id,
    page: z.int().min(1),
    proposals: z.array(pairingProposal).max(proposalsPerPage),
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
    digest: z.string().regex(/^[0-9a-f]{64}$/),
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
const decided = z.object({ pairing: id, number: z.int().min(1), page: z.int().min(1), studios: z.tuple([id, id]) });
export const proposalAccepted = event('proposal-accepted', decided, { pairing, number: 1, page: 1, studios });
export const proposalDropped = event('proposal-dropped', decided, { pairing, number: 1, page: 1, studios });

export const pairingEvents = [pairingProposed, pairingCompleted, proposalAccepted, proposalDropped] as const;
