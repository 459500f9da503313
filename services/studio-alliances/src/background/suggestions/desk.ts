// Where suggestions arrive: who made each, in rows that can be erased; the public address of this system; and how many come
// from one network or by one link.
import { allowance, type Companion, type CompanionDeclaration, type Host } from '@jiangong/service-kit';
import type { PrivateRow } from '@jiangong/service-kit/store';
import { z } from 'zod';

const PROPOSERS = 'suggestion-proposers';
const proposerRow = z.object({ name: z.string(), contact: z.string().optional() });
export type Proposer = z.infer<typeof proposerRow>;
export const proposerIs = (proposer: string, body: Proposer | undefined): PrivateRow => ({
  ...{ table: PROPOSERS, key: proposer, body },
});

/** A link takes so many at once, and so many of one network; from then on one each so many milliseconds. */
const OF_LINK = { burst: 100, everyMs: 10_000 };
const OF_NETWORK = { burst: 20, everyMs: 60_000 };

export interface SuggestionDesk extends Companion {
  begin(options: { address: string | undefined }): void;
  /** Where people reach this system; empty if the operator has not said. */
  address(): string;
  proposerOf(proposer: string): Promise<Proposer | undefined>;
  /** How many seconds this network has to wait until this link takes another suggestion of it; 0: it was counted. */
  waitOf(link: string, network: string): number;
}
export const suggestionDesk: CompanionDeclaration<SuggestionDesk> = { name: 'suggestion-desk', make: openDesk };

function openDesk({ store }: Host): SuggestionDesk {
  let publicUrl = '';
  const [links, networks] = [allowance(OF_LINK), allowance(OF_NETWORK)];
  return {
    begin({ address = '' }) {
      publicUrl = address.replace(/\/$/, '');
    },
    address: () => publicUrl,
    proposerOf: async (proposer) => proposerRow.safeParse(await store.privateRow(PROPOSERS, proposer)).data,
    waitOf(link, network) {
      const here = `${link} ${network}`;
      const ms = Math.max(links.waitMs(link), networks.waitMs(here));
      if (ms > 0) return Math.ceil(ms / 1000);
      links.count(link);
      networks.count(here);
      return 0;
    },
  };
}
