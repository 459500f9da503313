// How many wrong codes a partner's link and a network may try.
import { allowance, type Companion, type CompanionDeclaration } from '@jiangong/service-kit';

/** A link takes so many wrong codes at once, and so many of one network each; from then on one each so many milliseconds. */
const OF_LINK = { burst: 60, everyMs: 10_000 };
const OF_NETWORK = { burst: 15, everyMs: 30_000 };

interface CodeGuard extends Companion {
  /** How many seconds this network has to wait until this link takes another code of it. */
  waitOf(link: string, network: string): number;
  wrong(link: string, network: string): void;
}
export const codeGuard: CompanionDeclaration<CodeGuard> = {
  name: 'points-code-guard',
  make() {
    const [links, networks] = [allowance(OF_LINK), allowance(OF_NETWORK)];
    return {
      waitOf: (link, network) => Math.ceil(Math.max(links.waitMs(link), networks.waitMs(`${link} ${network}`)) / 1000),
      wrong(link, network) {
        links.count(link);
        networks.count(`${link} ${network}`);
      },
    };
  },
};
