// Where people reach this system: the codes on paper lead there. Without it, sheets are printed without codes.
import type { Companion, CompanionDeclaration } from '@jiangong/service-kit';

export interface PaperPrinter extends Companion {
  begin(options: { address: string | undefined }): void;
  address(): string | undefined;
}
export const paperPrinter: CompanionDeclaration<PaperPrinter> = {
  name: 'paper-printer',
  make() {
    let publicUrl: string | undefined;
    return {
      begin({ address }) {
        publicUrl = address?.replace(/\/$/, '');
      },
      address: () => publicUrl,
    };
  },
};
