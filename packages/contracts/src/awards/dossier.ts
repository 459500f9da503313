// The papers behind a candidate: which a list needs, which were handed in by whom, and which the committee does without.
import { z } from 'zod';
import { event } from '../event.ts';
import { fileIds, namedFile, namedFileExample } from '../files.ts';
import { businessDate, code, filledLabel, filledProse, id, label, prose } from '../values.ts';
import { candidateState } from './list-events.ts';

/** A paper that candidates need. */
export const requiredPaper = z.object({
  paper: code,
  label,
  kind: z.enum(['file', 'text']),
  /** How long a text is at most. */
  characters: z.int().min(1).max(4000).optional(),
  /** Which candidates need it. */
  neededBy: z.enum(['all', 'collective', 'personal']),
});
/** A paper that candidates need. */
export type RequiredPaper = z.infer<typeof requiredPaper>;
const file = { kind: 'file', neededBy: 'all' } as const;
/**
 * The papers that unions usually need, to begin a union's rules with.
 * @example
 * ```ts
 * standardPapers.find(({ paper }) => paper === 'deeds')!.characters; // → 400
 * ```
 */
export const standardPapers: readonly RequiredPaper[] = [
  { paper: 'democratic-assessment', label: '民主测评', ...file },
  { paper: 'unit-notice', label: '本单位公示', ...file },
  { paper: 'seal', label: '盖章的推荐表', ...file },
  { paper: 'deeds', label: '事迹材料', kind: 'text', characters: 400, neededBy: 'all' },
  { paper: 'discipline', label: '纪检意见', ...file },
  { paper: 'tax', label: '税务证明', ...file, neededBy: 'collective' },
  { paper: 'social-security', label: '社会保险证明', ...file, neededBy: 'collective' },
  { paper: 'safety', label: '安全生产证明', ...file, neededBy: 'collective' },
  { paper: 'environment', label: '环境保护证明', ...file, neededBy: 'collective' },
];

const list = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20';
const dossier = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21';
/**
 * Every paper that a union's candidates need.
 * @example
 * ```ts
 * requiredPapers.parse(standardPapers).length; // → 9
 * ```
 */
export const requiredPapers = z.array(requiredPaper).max(30);
/** What the list's candidates need, and until when it is handed in. */
export const awardListPapersSet = event(
  'award-list-papers-set',
  z.object({ list: id, papers: requiredPapers, lastDay: businessDate.optional(), by: z.string() }),
  { list, papers: [standardPapers[3]!], lastDay: '2024-12-31', by: 'user-organiser' },
);
const ofDossier = z.object({ dossier: id, list: id, paper: code });
const handedIn = z.object({
  files: z.array(namedFile).max(20).optional(),
  /** Of a text, which lies in a private row: how long it is. */
  characters: z.int().min(1).optional(),
  by: z.string(),
  on: businessDate,
});
/** A paper was handed in; once more, it replaces the one before. Files are called as the paper is: their own names may name people. */
export const paperHandedIn = event('paper-handed-in', ofDossier.extend(handedIn.shape), {
  ...{ dossier, list, paper: 'seal', files: [namedFileExample], by: 'user-organiser', on: '2024-12-20' },
});
const waived = z.object({ reason: prose, by: z.string() });
/** The committee does without a paper. */
export const paperWaived = event('paper-waived', ofDossier.extend(waived.shape), {
  ...{ dossier, list, paper: 'tax', reason: '税务机关系统停机，证明随后补交', by: 'user-committee' },
});
/** The texts of a dossier are gone; they have to be handed in again, or waived. */
export const dossierTextsErased = event('dossier-texts-erased', z.object({ dossier: id, by: z.string() }), {
  dossier,
  by: 'user-organiser',
});
/**
 * What of a dossier is there.
 * @example
 * ```ts
 * const { dossier, list, paper, reason, by } = paperWaived.example;
 * dossierView.parse({ dossier, list, papers: [{ paper, waived: { reason, by } }] }).papers.length; // → 1
 * ```
 */
export const dossierView = z.object({
  dossier: id,
  list: id,
  papers: z.array(
    z.object({
      paper: code,
      handedIn: handedIn.optional(),
      waived: waived.optional(),
      /** As far as it is not erased. */
      text: z.string().optional(),
    }),
  ),
});
/**
 * Each candidate of a list with the papers that it needs.
 * @example
 * ```ts
 * dossiersView.parse({ list: paperWaived.example.list, title: '优胜项目部', lacking: 0, items: [] }).lacking; // → 0
 * ```
 */
export const dossiersView = z.object({
  list: id,
  title: label,
  lastDay: businessDate.optional(),
  /** How many candidates lack something. */
  lacking: z.int(),
  items: z.array(
    z.object({
      candidate: id,
      name: label.optional(),
      honour: code,
      honourName: label,
      state: candidateState,
      papers: z.array(
        z.object({
          paper: code,
          label,
          state: z.enum(['missing', 'handed-in', 'waived']),
          /** Who handed it in, or did without it. */
          by: z.string().optional(),
          on: businessDate.optional(),
          /** Why the committee did without it, if it did. */
          reason: prose.optional(),
          files: z.array(namedFile).optional(),
        }),
      ),
    }),
  ),
});

const strictPaper = z.strictObject({
  ...requiredPaper.shape,
  label: filledLabel,
  neededBy: requiredPaper.shape.neededBy.default('all'),
});
/**
 * The papers that candidates need, as people enter them.
 * @example
 * ```ts
 * strictPapers.parse([{ paper: 'seal', label: '盖章的推荐表', kind: 'file' }])[0]!.neededBy; // → 'all'
 * ```
 */
export const strictPapers = z.array(strictPaper).max(30);
/** Says which papers a list's candidates need; without them those of the union's rules, or else the usual ones. */
export const setListPapers = z.strictObject({ papers: strictPapers.optional(), lastDay: businessDate.optional() });
/** Hands in a paper: files, or a text. */
export const handIn = z.strictObject({ paper: code, files: fileIds.optional(), text: filledProse.optional() });
/** Does without a paper, with a reason. */
export const waivePaper = z.strictObject({ paper: code, reason: filledProse });
