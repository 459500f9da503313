// Routes of consents: what a person said about the publication of their name is recorded, and withdrawn.
import {
  consentStatus,
  id,
  publicationConsentView,
  type Read,
  type Refusal,
  recordConsent,
  refuse,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { PEOPLE, type States } from '../people.ts';
import { readers } from '../readers.ts';
import { recipients } from '../recipients.ts';
import { tables } from '../tables.ts';
import { publicationConsents } from './consent-views.ts';
import { consentCommand } from './publication-consent.ts';

/** The id of the person. */
const byId = z.object({ id });
const keepers = ['organiser', 'hr'] as const;
type Row = z.infer<typeof publicationConsentView>;

/** Nothing is recorded of whoever is none of the organisation's persons, or erased. */
async function unknown(read: Read, person: string): Promise<Refusal | undefined> {
  const found = await read.get(recipients, person);
  return found?.type === 'person' && !found.erased ? undefined : refuse('not-found', { what: person });
}
async function named(rows: readonly Row[], states: States): Promise<Row[]> {
  const known = await states(
    PEOPLE,
    rows.map(({ person }) => person),
  );
  return rows.map((row) => {
    const { externalId, name } = known.get(row.person) ?? {};
    return { ...row, ...definedOnly({ externalId, name }) };
  });
}

export const consentRoutes = [
  post('/publication-consents/:id/give', {
    summary: ['登记本人同意公开姓名', 'Record that a person agrees to publish the name'],
    roles: keepers,
    params: byId,
    body: recordConsent,
    handle: async ({ params, body, read }) =>
      (await unknown(read, params.id)) ?? consentCommand(params.id, 'give', body),
  }),
  post('/publication-consents/:id/withdraw', {
    summary: [
      '登记本人撤回同意（公示即不再列其姓名）',
      'Record that a person withdraws it; notices name them no longer',
    ],
    roles: keepers,
    params: byId,
    body: recordConsent,
    handle: async ({ params, body, read }) =>
      (await unknown(read, params.id)) ?? consentCommand(params.id, 'withdraw', body),
  }),
  get('/publication-consents', {
    summary: ['公开姓名的意愿列表', 'List who agrees to publish the name'],
    roles: [...readers, 'hr'],
    querystring: z.object({ ...paging, status: consentStatus.optional() }),
    answer: pageOf(publicationConsentView),
    async query({ query: { cursor, limit, ...filter }, read, states }) {
      const page = await read.page(publicationConsents, definedOnly(filter), { after: cursor, limit });
      return { ...page, items: await named(page.items, states) };
    },
    table: tables.consents,
  }),
  get('/publication-consents/:id', {
    summary: ['查看一人公开姓名的意愿', 'Read what a person said about publishing the name'],
    roles: [...readers, 'hr'],
    params: byId,
    answer: publicationConsentView,
    async query({ params, read, states }) {
      const row = await read.get(publicationConsents, params.id);
      return row && (await named([row], states))[0];
    },
    stream: ({ id }) => `publication-consent/${id}`,
  }),
];
