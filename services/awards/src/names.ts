// What people call the honours and the candidates of a list.
import type { AwardListView, Recipient } from '@jiangong/contracts';

export const honourName = ({ honours }: AwardListView, honour: string): string =>
  honours.find(({ code }) => code === honour)?.name ?? honour;

/** @returns the id of whoever is none of its candidates */
export const candidateName = ({ candidates }: AwardListView, id: string): string =>
  calledOf(candidates.find(({ candidate }) => candidate === id)?.recipient ?? { name: id });

/** What refusals and tasks call a recipient: they are logged, so no person is named. */
export const calledOf = ({ name }: Pick<Recipient, 'name'>): string => name ?? '个人';
