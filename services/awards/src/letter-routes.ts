// The letter of a decision as PDF.
import { id, type Refusal, refuse } from '@jiangong/contracts';
import { download } from '@jiangong/service-kit';
import { z } from 'zod';
import { certificatePrinter } from './background/certificates/printer.ts';
import { standingOf } from './standing-grants.ts';
import { certificateLayouts, decisions } from './views.ts';

const type = 'application/pdf';
const SHOWN = 5;

export const letterRoutes = [
  download('/decisions/:id/letter', {
    summary: ['打印表彰决定（PDF，名单编号）', 'Print the letter of a decision'],
    roles: ['organiser', 'committee', 'hr', 'auditor'],
    params: z.object({ id }),
    /** `layout`: the one whose seal it carries. */
    querystring: z.object({ paper: z.enum(['A4', 'A3']).default('A4'), layout: id.optional() }),
    produces: [type],
    async download(request) {
      const { params, query, read, companion } = request;
      const { paper, layout: of } = query;
      const decision = await read.get(decisions, params.id);
      const grants = await standingOf(request, params.id);
      if (!decision || !Array.isArray(grants)) return grants as Refusal | undefined;
      if (grants.length === 0) return refuse('nothing-to-certify');
      const layout = of === undefined ? undefined : await read.get(certificateLayouts, of);
      if (of !== undefined && !layout) return undefined;
      const image = layout?.seal && (await companion(certificatePrinter).sealOf(layout.layout));
      const seal = layout?.seal && image ? { image, size: layout.seal.size } : undefined;
      const { title, document } = decision;
      const { letterPdf, unprintableIn } = await import('./background/letter.ts');
      const letter = { title, document, grants, paper, seal };
      const { characters, texts } = unprintableIn(letter);
      if (characters.length > 0)
        return refuse('glyph-missing', { characters: characters.join(' '), texts: texts.slice(0, SHOWN).join('；') });
      return { name: '表彰决定.pdf', type, chunks: () => letterPdf(letter) };
    },
  }),
];
