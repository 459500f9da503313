// Routes of a union's rules for outputs: templates, the draft, published versions.
import {
  draftOutputRules,
  id,
  outputRulesAnswer,
  outputRulesId,
  outputRulesTemplate,
  outputRulesTemplateAnswer,
  outputRulesVersionAnswer,
  roles,
  saveOutputRules,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { outputRulesCommand } from './output-rules.ts';
import { outputRulesTemplates, textOf } from './output-rules-text.ts';
import { type OutputRulesRow, outputRules, outputRulesVersions, versionKey } from './output-rules-views.ts';
import { tables } from './tables.ts';

const byId = z.object({ id });
const version = z.string().regex(/^[1-9]\d{0,5}$/, '应为版本号，如 1 / must be a version number such as 1');
/** In words it says what applies, or before anything does, what is drafted. */
const shown = (row: OutputRulesRow) => ({ ...row, text: textOf(row.body ?? row.draft) });

export const outputRulesRoutes = [
  get('/output-rule-templates', {
    summary: ['成果规则模板列表', 'List templates of output rules'],
    roles,
    answer: z.object({ items: z.array(outputRulesTemplateAnswer) }),
    query: () => ({
      items: outputRulesTemplate.options.map((template) => {
        const body = outputRulesTemplates[template];
        return { template, body, text: textOf(body) };
      }),
    }),
  }),
  post('/output-rules', {
    summary: ['由模板起草成果规则', 'Draft output rules from a template'],
    roles: ['organiser'],
    body: draftOutputRules,
    handle: ({ body, actor }) => outputRulesCommand(outputRulesId(actor.org), 'draft', body),
  }),
  put('/output-rules/:id', {
    summary: ['保存成果规则草稿', 'Save a draft of output rules'],
    roles: ['organiser'],
    params: byId,
    body: saveOutputRules,
    handle: ({ params, body }) => outputRulesCommand(params.id, 'save', body),
  }),
  post('/output-rules/:id/publish', {
    summary: ['发布成果规则（发布的版本不再变更）', 'Publish output rules as an immutable version'],
    roles: ['organiser'],
    params: byId,
    handle: ({ params }) => outputRulesCommand(params.id, 'publish', {}),
  }),
  get('/output-rules', {
    summary: ['本工会的成果规则', 'List the output rules of the union'],
    roles,
    querystring: z.object(paging),
    answer: pageOf(outputRulesAnswer),
    async query({ query: { cursor, limit }, read }) {
      const found = await read.page(outputRules, {}, { after: cursor, limit });
      return { ...found, items: found.items.map(shown) };
    },
    table: tables.outputRules,
  }),
  get('/output-rules/:id', {
    summary: ['查看成果规则', 'Read output rules'],
    roles,
    params: byId,
    answer: outputRulesAnswer,
    async query({ params, read }) {
      const row = await read.get(outputRules, params.id);
      return row && shown(row);
    },
    stream: ({ id }) => `output-rules/${id}`,
  }),
  get('/output-rules/:id/versions/:version', {
    summary: ['查看成果规则的已发布版本', 'Read a published version of output rules'],
    roles,
    params: z.object({ id, version }),
    answer: outputRulesVersionAnswer,
    async query({ params, read }) {
      const row = await read.get(outputRulesVersions, versionKey(params.id, Number(params.version)));
      return row && { ...row, text: textOf(row.body) };
    },
  }),
];
