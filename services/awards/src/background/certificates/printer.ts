// Prints certificates. Fonts and what draws with them are loaded when the first one is asked for.
import type { CertificateLayout, Refusal } from '@jiangong/contracts';
import { refuse } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { codesIn } from './codes.ts';
import type { Print } from './documents.ts';
import { type Content, filled, type Look } from './look.ts';
import { sealIn } from './seal.ts';
import { standardLook } from './standard.ts';

export interface Printer extends Companion {
  begin(options: { address: string | undefined }): void;
  /** Where people reach this system; undefined if the operator has not said. */
  address(): string | undefined;
  sealOf(layout: string): Promise<Buffer | undefined>;
  /** The codes of a decision's certificates, by what the journal keeps of them. */
  codesOf(decision: string): Promise<Map<string, string>>;
  /** Why a layout cannot print these contents; undefined if it can. */
  unprintable(look: Look | undefined, contents: readonly Pick<Content, 'words'>[]): Promise<Refusal | undefined>;
  /** By a layout, or by the standard one. */
  print(
    form: 'pdf' | 'zip',
    layout: CertificateLayout | undefined,
    prints: readonly Print[],
  ): AsyncIterable<Uint8Array>;
}
export const certificatePrinter: CompanionDeclaration<Printer> = { name: 'certificate-printer', make: openPrinter };

const SHOWN = 5;

function openPrinter({ store }: Host): Printer {
  let publicUrl: string | undefined;
  const sealOf = (layout: string) => sealIn(store, layout);
  return {
    begin({ address }) {
      publicUrl = address?.replace(/\/$/, '');
    },
    address: () => publicUrl,
    sealOf,
    codesOf: (decision) => codesIn(store, decision),
    async unprintable(look = standardLook, contents) {
      const { missingIn } = await import('@jiangong/documents');
      const all = new Set(contents.flatMap(({ words }) => look.texts.map(({ text }) => filled(text, words))));
      const { characters, texts } = missingIn(all);
      if (characters.length === 0) return undefined;
      return refuse('glyph-missing', { characters: characters.join(' '), texts: texts.slice(0, SHOWN).join('；') });
    },
    async *print(form, layout, prints) {
      const { [form]: write } = await import('./documents.ts');
      const seal = layout?.seal && (await sealOf(layout.layout));
      yield* write(layout ?? standardLook, seal, prints);
    },
  };
}
