// What this service asks of the scheme language: the templates, what is wrong with a text, and what a track's outline is.
import type { unitKind } from '@jiangong/contracts';
import { type Change, diff, type Finding, parseScheme, type Scheme, templates, validate } from '@jiangong/scoring';
import type { z } from 'zod';
import { unplayedIn, unsupportedIn } from './scheme-support.ts';
import { chinese } from './scheme-text.ts';

type UnitKind = z.infer<typeof unitKind>;
type Document = Record<string, unknown>;

/** The scheme with its defaults filled in, if nothing is wrong with it; and all that is to be said about it. */
export function readScheme(body: unknown): { scheme?: Scheme; findings: Finding[] } {
  const findings = validate(body);
  return findings.some(({ severity }) => severity === 'error') ? { findings } : { scheme: parseScheme(body), findings };
}

/** All that is to be said before a text is published: what is wrong with it, and what no service can play yet. */
export function findingsOf(body: unknown): Finding[] {
  const { scheme, findings } = readScheme(body);
  return scheme ? [...findings, ...unsupportedIn(scheme)] : findings;
}

/** What changes from one published text to another (or a draft without faults), in words. */
export const changesBetween = (from: Document, to: Document): Change[] => diff(parseScheme(from), parseScheme(to));

/** Which units the tracks of the templates are for: their texts are older than the word for it, and never change. */
const TAKES: Record<string, UnitKind[]> = { projects: ['project-department'], branches: ['branch'] };

/** A template's text as the first version of a new scheme. */
export function fromTemplate(template: string): Document | undefined {
  const text = Object.hasOwn(templates, template) ? templates[template] : undefined;
  const tracks = text?.tracks.map((track) => {
    const takes = TAKES[track.id];
    return takes ? { ...track, takes } : track;
  });
  return text && { ...text, version: 1, tracks };
}
export const templateNames = (): string[] => Object.keys(templates);
/** What a scheme calls itself; undefined while a draft has no title. */
export const titleOf = (body: object): string | undefined => {
  const { title } = body as { title?: Parameters<typeof chinese>[0] };
  return title ? chinese(title) : undefined;
};
export const templateTitle = (template: string): string => chinese(templates[template]?.title ?? template);

/** A track as a competition has to match it: its groups, and every period that one of its stages names. */
export interface TrackOutline {
  label: string;
  groups: { id: string; label: string }[];
  periods: { id: string; label: string }[];
  /** Whether it ends with an evaluation of the year. */
  hasYear: boolean;
  /** What only a contest can play. */
  unplayed: { zh: string; en: string }[];
}
/** The tracks of a published scheme by id. */
export function outline(body: Document): Map<string, TrackOutline> {
  const scheme = parseScheme(body);
  return new Map(
    scheme.tracks.map(({ id, label, groups = [], stages }) => [
      id,
      {
        label: chinese(label),
        groups: groups.map((group) => ({ id: group.id, label: chinese(group.label) })),
        periods: [
          ...new Map(stages.flatMap(({ periods = [] }) => periods.map(({ id, label }) => [id, chinese(label)]))),
        ].map(([id, label]) => ({ id, label })),
        hasYear: stages.some(({ periods }) => !periods),
        unplayed: unplayedIn(scheme, id),
      },
    ]),
  );
}

/** The kinds of unit that a track of a published scheme takes; undefined: all. */
export const takenBy = (body: Document, track: string): string[] | undefined =>
  (body as Pick<Scheme, 'tracks'>).tracks.find(({ id }) => id === track)?.takes;
