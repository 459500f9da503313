// The demonstration year, played through the public HTTP interface against any running installation. What has been played
// is not played again; what was interrupted is played on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alliancesChapter } from './alliances.ts';
import { appealsChapter } from './appeals.ts';
import { awardsChapter, plaquesChapter } from './awards.ts';
import { briefOf } from './brief.ts';
import { type Credentials, castOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { outcomeOf } from './digest.ts';
import { entriesChapter } from './entries.ts';
import { flagsChapter } from './flags.ts';
import { honouredChapter } from './honoured.ts';
import { hrChapter } from './hr.ts';
import { organisationsChapter } from './organisations.ts';
import { peopleOf } from './person.ts';
import { type Progress, progressOn } from './progress.ts';
import { quarterChapters } from './quarters.ts';
import { reportOf } from './report.ts';
import { reviewsChapter } from './reviews.ts';

export interface PlayOptions {
  url: string;
  /** Somebody who may register organisations and users. */
  admin: Credentials;
  progress?: Progress;
  /** Receives the year's outcome in a few lines. */
  print?: (line: string) => void;
  /** Receives the whole report. @returns the file it was written to, if any */
  report?: (lines: string[]) => string | undefined;
  fetch?: typeof fetch;
}

/** In the order of the calendar: the alliances were founded the year before. */
export const chapters: Chapter[] = [
  organisationsChapter,
  alliancesChapter,
  plaquesChapter,
  entriesChapter,
  quarterChapters[0]!,
  appealsChapter,
  ...quarterChapters.slice(1),
  flagsChapter,
  reviewsChapter,
  awardsChapter,
  honouredChapter,
  hrChapter,
];

export async function play(options: PlayOptions): Promise<{ digest: string }> {
  const { url, admin, progress = progressOn(), print = console.log, report, fetch } = options;
  const people = peopleOf({ url, onStep: () => progress.step(), ...(fetch ? { fetch } : {}) });
  const cast = castOf(people, admin);
  progress.begin(chapters.reduce((sum, { steps }) => sum + steps, 0));
  try {
    for (const chapter of chapters) {
      progress.chapter(chapter.title);
      if (await chapter.played(cast)) progress.step(chapter.steps);
      else await chapter.play(cast);
    }
  } finally {
    progress.end();
  }
  const outcome = await outcomeOf(cast);
  const { digest } = outcome;
  const file = report?.(await reportOf(cast, outcome, url));
  for (const line of briefOf(cast, { url, digest, file })) print(line);
  return { digest };
}

/** Writes the report where only this account can read it: it holds the passwords. @returns the file */
export function writeReport(folder: string, lines: string[]): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'demo.txt');
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}
