// The shape of the year's chapters.
import type { Cast } from './cast.ts';

export interface Chapter {
  /** Chinese and English, shown while it is played. */
  title: readonly [zh: string, en: string];
  /** How many commands it gives. */
  steps: number;
  /** Whether it has been played to its end. */
  played(cast: Cast): Promise<boolean>;
  /** Played from its start; what has happened already happens no second time. */
  play(cast: Cast): Promise<void>;
}
