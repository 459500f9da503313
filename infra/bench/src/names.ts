/** The benches, in the order in which `pnpm bench all` runs them: a file and a function each. */
export const measured = [...['write', 'journal', 'year', 'servers', 'hr', 'scoring', 'pairing', 'studios']];
export const names = [...measured, 'feed', 'doors', 'all'];
