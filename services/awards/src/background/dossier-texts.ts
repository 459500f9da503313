// The texts of dossiers: they say much of people, so they lie in rows that can be erased.
import type { Companion, CompanionDeclaration } from '@jiangong/service-kit';
import type { PrivateRow } from '@jiangong/service-kit/store';
import { z } from 'zod';

const TEXTS = 'dossier-texts';
const keyOf = (dossier: string, paper: string) => `${dossier}/${paper}`;

/** @param text undefined erases it */
export const textRow = (dossier: string, paper: string, text: string | undefined): PrivateRow => ({
  ...{ table: TEXTS, key: keyOf(dossier, paper), body: text },
});

interface DossierTexts extends Companion {
  textOf(dossier: string, paper: string): Promise<string | undefined>;
}
export const dossierTexts: CompanionDeclaration<DossierTexts> = {
  name: 'dossier-texts',
  make: ({ store }) => ({
    textOf: async (dossier, paper) => z.string().safeParse(await store.privateRow(TEXTS, keyOf(dossier, paper))).data,
  }),
};
