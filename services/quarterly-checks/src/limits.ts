// How much one step of a walk over a round takes.

/** So many entrants stay below the largest event even when every name is as long as it may be. */
export const PAGE = 200;
/** So many days before its period a check asks its entrant for a plan. */
export const PLAN_AHEAD_DAYS = 30;
