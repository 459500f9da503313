// Route of exports: every grant of the organisation as it stands, as a file of the system that reads it, written as it is read.
import { grantStatus, id, recipient } from '@jiangong/contracts';
import { definedOnly, download } from '@jiangong/service-kit';
import { z } from 'zod';
import { oracle } from './background/exports/oracle.ts';
import { successfactors } from './background/exports/successfactors.ts';
import { csv, xlsx } from './background/exports/tables.ts';
import type { Target } from './background/exports/target.ts';
import { workday } from './background/exports/workday.ts';
import { webhookRecords } from './background/webhooks/records.ts';
import { withNames } from './people.ts';
import { type GrantRow, grantsOf, webhooks } from './views.ts';

export const targets = {
  csv,
  xlsx,
  oracle,
  workday,
  successfactors,
} satisfies Record<string, Target>;
const names = Object.keys(targets) as [keyof typeof targets, ...(keyof typeof targets)[]];

export const exportRoutes = [
  download('/hr/exports/:target', {
    summary: ['导出荣誉（表格及各人力资源系统）', 'Export grants: tables, and files for HR systems'],
    roles: ['hr', 'admin', 'auditor'],
    scope: 'hr:read',
    params: z.object({ target: z.enum(names) }),
    querystring: z.object({
      year: z.coerce.number().int().optional(),
      status: grantStatus.optional(),
      /** Systems of persons take those of persons only. */
      recipientType: recipient.shape.type.optional(),
      /** One recipient’s honours over the years. */
      recipient: id.optional(),
      /** `oracle`: the section of the profile that takes honours. */
      sectionId: z.coerce.number().int().positive().optional(),
      /** `successfactors`: rows to insert and replace, or those to delete. */
      operation: z.enum(['upsert', 'delete']).optional(),
      /** `successfactors`: the connection that knows which rows stand there. */
      webhook: id.optional(),
    }),
    produces: [...new Set(Object.values(targets).map(({ type }) => type.split(';')[0]!))],
    async download({ params, query, read, states, companion }) {
      const { recipientType, sectionId, operation, webhook, recipient: recipientId, ...filter } = query;
      const { file, type, write } = targets[params.target];
      if (webhook !== undefined && !(await read.get(webhooks, webhook))) return undefined;
      const connected =
        webhook === undefined
          ? undefined
          : (grants: readonly string[]) => companion(webhookRecords).connected(webhook, grants);
      const isChosen = (row: GrantRow) => recipientType === undefined || row.recipient.type === recipientType;
      async function* pages() {
        for await (const page of grantsOf(read, definedOnly({ ...filter, recipientId })))
          yield withNames(page.filter(isChosen), states);
      }
      return { name: file, type, chunks: () => write(pages(), definedOnly({ sectionId, operation, connected })) };
    },
  }),
];
