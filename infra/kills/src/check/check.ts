// The checker: counts, from what is durable and from the answers to clients, everything that the promise excludes. It shares
// no code with what runs a service; of the services it uses the pure functions that say what a row or a reaction is.
import { brokenChains } from './chain.ts';
import { missedDeadlines } from './deadlines.ts';
import type { ClientNotes, Evidence, Findings } from './evidence.ts';
import { faultsOfFeed } from './feed.ts';
import { doubleOnes, gapsOf, lostOnes } from './journal.ts';
import { faultsOfLog } from './log.ts';
import { missingReactions } from './reactions.ts';
import { wrongStates } from './states.ts';
import { wrongViews } from './views.ts';

export interface Verdict {
  lost: Findings;
  twice: Findings;
  gaps: Findings;
  /** Commits that do not follow from the commit before them. */
  broken: Findings;
  viewsWrong: Findings;
  /** Reactions and deadlines that did not come about, or not as often as they should. */
  reactions: Findings;
  log: Findings;
  feed: Findings;
  /** States that are not what the journal and the publisher say, or hold what was erased. */
  states: Findings;
  /** What is still parked, or owed to the log. */
  unfinished: Findings;
}

export async function check(evidence: Evidence, notes: ClientNotes, at: string): Promise<Verdict> {
  return {
    lost: lostOnes(evidence, notes),
    twice: doubleOnes(evidence, notes),
    gaps: gapsOf(evidence),
    broken: brokenChains(evidence),
    viewsWrong: wrongViews(evidence),
    reactions: [...(await missingReactions(evidence)), ...missedDeadlines(evidence, at)],
    log: faultsOfLog(evidence),
    feed: faultsOfFeed(evidence),
    states: wrongStates(evidence),
    unfinished: evidence.services.flatMap(({ service, parked, pending, owed = 0 }) => [
      ...parked.map((row) => `${service}: parked: ${row}`),
      ...(pending > 0 ? [`${service}: ${pending} commits are still to be published`] : []),
      ...(owed > 0 ? [`${service}: ${owed} states are still to be published`] : []),
    ]),
  };
}
export const isClean = (verdict: Verdict) => Object.values(verdict).every((findings) => findings.length === 0);
