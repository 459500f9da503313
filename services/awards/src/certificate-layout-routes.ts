// Routes of layouts of certificates: set, read, previewed.
import {
  type CertificateLayout,
  certificateLayout,
  certificateWords,
  id,
  refuse,
  roles,
  setCertificateLayout,
} from '@jiangong/contracts';
import { download, get, pageOf, paging, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { wordsOf } from './background/certificates/look.ts';
import { certificatePrinter, type Printer } from './background/certificates/printer.ts';
import { digestOf, isUsable, sealRow } from './background/certificates/seal.ts';
import { sample } from './background/certificates/standard.ts';
import { layoutCommand } from './certificate-layout.ts';
import { tables } from './tables.ts';
import { certificateLayouts } from './views.ts';

const byId = z.object({ id });
const makers = ['organiser', 'committee'] as const;
const type = 'application/pdf';
const braced = (words: readonly string[]) => words.map((word) => `{${word}}`).join('、');

export const certificateLayoutRoutes = [
  put('/certificate-layouts/:id', {
    summary: ['设置证书版式', 'Set a layout of certificates'],
    roles: makers,
    params: byId,
    body: setCertificateLayout,
    async handle({ params, body: { seal, ...look }, read, companion }) {
      const unknown = wordsOf(look).filter((word) => !(certificateWords as readonly string[]).includes(word));
      if (unknown.length > 0)
        return refuse('layout-word-unknown', { words: braced(unknown), known: braced(certificateWords) });
      const printer = companion(certificatePrinter);
      const refused = await printer.unprintable(look, [sample]);
      if (refused) return refused;
      if (!seal)
        return { request: layoutCommand(params.id, 'set', look), privateRows: [sealRow(params.id, undefined)] };
      const { image: given, ...placed } = seal;
      // Another organisation's layout is refused by the command itself, and its seal is not read before.
      const isOwn = (await read.get(certificateLayouts, params.id)) !== undefined;
      const image =
        given === undefined ? (isOwn ? await printer.sealOf(params.id) : undefined) : Buffer.from(given, 'base64');
      if (!image || !isUsable(image)) return refuse('seal-unusable');
      return {
        request: layoutCommand(params.id, 'set', { ...look, seal: { ...placed, sha256: digestOf(image) } }),
        privateRows: [sealRow(params.id, image)],
      };
    },
  }),
  get('/certificate-layouts', {
    summary: ['证书版式列表', 'List layouts of certificates'],
    roles,
    querystring: z.object(paging),
    answer: pageOf(certificateLayout),
    query: ({ query: { cursor, limit }, read }) => read.page(certificateLayouts, {}, { after: cursor, limit }),
    table: tables.certificateLayouts,
  }),
  get('/certificate-layouts/:id', {
    summary: ['查看证书版式', 'Read a layout of certificates'],
    roles,
    params: byId,
    answer: certificateLayout,
    query: ({ params, read }) => read.get(certificateLayouts, params.id),
    stream: ({ id }) => `certificate-layout/${id}`,
  }),
  download('/certificate-layouts/:id/preview', {
    summary: ['预览证书版式（样张）', 'Preview a layout of certificates'],
    roles: [...makers, 'hr'],
    params: byId,
    produces: [type],
    async download({ params, read, companion }) {
      const layout = await read.get(certificateLayouts, params.id);
      return layout && preview(companion(certificatePrinter), layout);
    },
  }),
  download('/certificate-layouts/standard/preview', {
    summary: ['预览标准证书版式（样张）', 'Preview the standard layout of certificates'],
    roles: [...makers, 'hr'],
    produces: [type],
    download: ({ companion }) => preview(companion(certificatePrinter), undefined),
  }),
];

function preview(printer: Printer, layout: CertificateLayout | undefined) {
  return { name: '证书样张.pdf', type, chunks: () => printer.print('pdf', layout, [{ ...sample, file: '样张' }]) };
}
