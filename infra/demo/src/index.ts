// The demonstration year, played through the public HTTP interface against any running installation. What has been played
// is not played again; what was interrupted is played on.
import { alliancesChapter } from './alliances.ts';
import { awardsChapter, plaquesChapter } from './awards.ts';
import { type Credentials, castOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { openClient } from './client.ts';
import { outcomeOf } from './digest.ts';
import { entriesChapter } from './entries.ts';
import { organisationsChapter } from './organisations.ts';
import { type Progress, progressOn } from './progress.ts';
import { quarterChapters } from './quarters.ts';
import { reportOf } from './report.ts';
import { reviewsChapter } from './reviews.ts';

export interface PlayOptions {
  url: string;
  /** Somebody who may register organisations and users. */
  admin: Credentials;
  progress?: Progress;
  /** Where the year's outcome is told. */
  print?: (line: string) => void;
  fetch?: typeof fetch;
}

/** In the order of the calendar: the alliances were founded the year before. */
export const chapters: Chapter[] = [
  organisationsChapter,
  alliancesChapter,
  plaquesChapter,
  entriesChapter,
  ...quarterChapters,
  reviewsChapter,
  awardsChapter,
];

export async function play(options: PlayOptions): Promise<{ digest: string }> {
  const { url, admin, progress = progressOn(), print = console.log, fetch } = options;
  const client = openClient({ url, onStep: () => progress.step(), ...(fetch ? { fetch } : {}) });
  const cast = castOf(client, admin);
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
  for (const line of await reportOf(cast, outcome, url)) print(line);
  return { digest: outcome.digest };
}
