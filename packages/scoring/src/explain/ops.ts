// The closed set of steps that an explanation is made of.

/** The closed set of steps that an explanation consists of; each has one Chinese and one English sentence. */
export const OPS = [
  'place', // keys against the entrant just ahead
  'bar', // a veto or an admission that costs the place
  'score', // base + adjustments, not below 0
  'condition', // one line of validIf
  'base', // sum of the criteria, normalised over what applies
  'adjustments', // sum of the items, limited to the block's range
  'sum', // a branch: its children added up
  'share', // a branch: points × children ÷ outOf
  'points', // the raw number is the points
  'proportional', // points × raw ÷ outOf
  'rate', // start + (raw − from) ÷ per × points
  'steps', // the points of the highest step reached
  'linear', // a straight line between two points of the scale
  'relative', // points × raw ÷ the best raw
  'cap', // a band that cannot be passed
  'shown', // a figure that is not counted
  'panel', // judges' points reduced
  'judge', // one judge's points
  'value', // a mark or a measurement
  'ratio', // 100 × done ÷ plan
  'parts', // weighted mean of parts
  'part', // one part, capped at 100
  'events', // start plus tariff
  'event', // one line of the events
  'level', // the level reached
  'figure', // another figure of the sheet
  'collect', // results of another stage reduced
  'collected', // one such result
  'none', // does not apply, or nothing was entered
] as const;
/** One kind of step of an explanation. */
export type Op = (typeof OPS)[number];
