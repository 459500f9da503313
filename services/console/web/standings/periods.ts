// A period of a track, with what everybody came to in it.
import type { Standing } from '@jiangong/client';

export interface PeriodColumn {
  id: string;
  label: string;
  /** Scores by entry. */
  scores: Map<string, Standing>;
}
