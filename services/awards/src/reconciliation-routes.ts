// Routes of reconciliation: an HR system says what it holds, and is told what differs and how it is sent again.
import { grantStatus, heldGrant, id, reconciliation, valueLabels } from '@jiangong/contracts';
import { definedOnly, queryTable } from '@jiangong/service-kit';
import { z } from 'zod';
import { withNames } from './people.ts';
import { comparisonOf } from './reconciliation.ts';
import { grants, grantsOf } from './views.ts';

export const reconciliationRoutes = [
  queryTable('/hr/reconciliations', {
    summary: ['核对人力资源系统所存的荣誉', 'Compare what an HR system holds with the grants'],
    roles: ['hr', 'admin', 'auditor'],
    scope: 'hr:reconcile',
    columns: [
      { key: 'grant', label: ['荣誉标识', 'grant'], kind: 'code', required: true, schema: id },
      {
        key: 'revision',
        label: ['版次', 'revision'],
        kind: 'number',
        required: true,
        schema: heldGrant.shape.revision,
      },
      { key: 'status', label: ['状态', 'status'], kind: 'choice', labels: valueLabels.grant, schema: grantStatus },
    ],
    row: heldGrant,
    keyOf: ({ grant }) => grant,
    most: 20_000,
    querystring: z.object({
      /** Only grants of this year are missing where they are not held. */
      year: z.coerce.number().int().optional(),
    }),
    answer: reconciliation,
    async query({ query: { year }, body: { rows, faults, faultsTotal, notes }, read, states }) {
      const comparison = comparisonOf(rows);
      for await (const page of grantsOf(read, definedOnly({ year })))
        for (const grant of await withNames(page, states)) comparison.compare(grant, true);
      // Of other years.
      for (const grant of await Promise.all(comparison.left().map((held) => read.get(grants, held))))
        if (grant) comparison.compare(grant, false);
      const { resend, ...found } = comparison.result();
      // What could not be read may be held: it is mended first.
      return { ...found, resend: faultsTotal > 0 ? [] : resend, faults, faultsTotal, notes };
    },
  }),
];
