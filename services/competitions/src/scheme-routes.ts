// Routes of schemes: templates, drafts, published versions.
import {
  draftScheme,
  id,
  publishScheme,
  type Read,
  refuse,
  roles,
  saveScheme,
  schemeComparison,
  schemeSummary,
  schemeTemplate,
  schemeVersionView,
  schemeView,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { schemeCommand } from './scheme.ts';
import { changesBetween, findingsOf, readScheme, templateNames, templateTitle } from './scheme-language.ts';
import { tables } from './tables.ts';
import { schemes, schemeVersions, versionKey } from './views.ts';

const byId = z.object({ id });
const version = z.string().regex(/^[1-9]\d{0,5}$/, '应为版本号，如 1 / must be a version number such as 1');

const published = (read: Read, scheme: string, version: string) =>
  read.get(schemeVersions, versionKey(scheme, Number(version)));

/** A published version, or the draft if nothing is wrong with it. */
async function comparable(read: Read, scheme: string, version: string) {
  if (version !== 'draft') return published(read, scheme, version);
  const row = await read.get(schemes, scheme);
  if (row?.drafting === undefined) return undefined;
  const errors = readScheme(row.body).findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return refuse('scheme-faulty', { count: errors.length, errors });
  return { scheme, version: row.drafting, body: row.body };
}

export const schemeRoutes = [
  get('/scheme-templates', {
    summary: ['方案模板列表', 'List scheme templates'],
    roles,
    answer: z.object({ items: z.array(schemeTemplate) }),
    query: () => ({ items: templateNames().map((template) => ({ template, title: templateTitle(template) })) }),
  }),
  post('/schemes', {
    summary: ['由模板起草方案', 'Draft a scheme from a template'],
    roles: ['organiser'],
    body: draftScheme,
    handle: ({ body: { id, template }, newId }) => schemeCommand(id ?? newId(), 'draft', { template }),
  }),
  put('/schemes/:id', {
    summary: ['保存方案草稿', 'Save a draft of a scheme'],
    roles: ['organiser'],
    params: byId,
    body: saveScheme,
    handle: ({ params, body }) => schemeCommand(params.id, 'save', body),
  }),
  post('/schemes/:id/publish', {
    summary: ['发布方案（发布的版本不再变更）', 'Publish a scheme as an immutable version'],
    roles: ['organiser'],
    params: byId,
    body: publishScheme,
    handle: ({ params, body }) =>
      schemeCommand(params.id, 'publish', body?.acceptUnsupported ? { acceptUnsupported: true } : {}),
  }),
  get('/schemes', {
    summary: ['方案列表', 'List schemes'],
    roles,
    querystring: z.object(paging),
    answer: pageOf(schemeSummary),
    query: ({ query: { cursor, limit }, read }) => read.page(schemes, {}, { after: cursor, limit }),
    table: tables.schemes,
  }),
  get('/schemes/:id', {
    summary: ['查看方案及待修正问题', 'Read a scheme with its open findings'],
    roles,
    params: byId,
    answer: schemeView,
    async query({ params, read }) {
      const row = await read.get(schemes, params.id);
      return row && { ...row, findings: findingsOf(row.body) };
    },
    stream: ({ id }) => `scheme/${id}`,
  }),
  get('/schemes/:id/versions/:version', {
    summary: ['查看方案的已发布版本', 'Read a published version of a scheme'],
    roles,
    params: z.object({ id, version }),
    answer: schemeVersionView,
    query: ({ params, read }) => published(read, params.id, params.version),
  }),
  get('/schemes/:id/versions/:version/compare/:other', {
    summary: ['比较两个版本（可与草稿比较）', 'Compare two versions, or one with the draft'],
    roles,
    params: z.object({ id, version, other: z.union([version, z.literal('draft')]) }),
    answer: schemeComparison,
    async query({ params, read }) {
      const from = await published(read, params.id, params.version);
      const to = await comparable(read, params.id, params.other);
      if (!from || !to) return undefined;
      if ('refused' in to) return to;
      const changes = changesBetween(from.body, to.body);
      return { scheme: params.id, from: from.version, to: to.version, changes };
    },
  }),
];
