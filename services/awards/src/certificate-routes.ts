// Routes of certificates: issuing, printing, and the page on which anybody checks one.
import {
  certificateStatus,
  certificatesView,
  type Grant,
  id,
  issueCertificates,
  type Read,
  refuse,
  roles,
} from '@jiangong/contracts';
import { definedOnly, download, get, post, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { checkPage } from './background/certificates/check-page.ts';
import { codesRow, drawCode } from './background/certificates/codes.ts';
import { certificateNumber, checkOf, contentOf, isCodeOf, seriesOf } from './background/certificates/contents.ts';
import type { Print } from './background/certificates/documents.ts';
import { certificatePrinter } from './background/certificates/printer.ts';
import { certificateCommand } from './certificate.ts';
import { certificateHeads, certificatesOf, certificatesUnder } from './certificate-pages.ts';
import { calledOf } from './names.ts';
import { standingOf } from './standing-grants.ts';
import { certificateLayouts, grants } from './views.ts';

const byId = z.object({ id });
const makers = ['organiser', 'committee'] as const;
const printers = ['organiser', 'committee', 'hr'] as const;
/** Nobody is certified who was erased. */
const isNamed = ({ recipient }: Grant) => recipient.name !== undefined;
const pdfType = 'application/pdf';

const keyOf = ({ grant, revision }: Pick<Grant, 'grant' | 'revision'>) => `${grant}/${revision}`;
/** Certificates by the grant and its revision. */
const issuedFor = async (read: Read, decision: string) =>
  new Map((await certificatesOf(read, decision)).map((each) => [keyOf(each), each]));

export const certificateRoutes = [
  post('/decisions/:id/certificates', {
    summary: ['签发证书（更正后再次签发即换发）', 'Issue certificates; again after corrections'],
    roles: makers,
    params: byId,
    body: issueCertificates,
    async handle(request) {
      const { params, body, read, companion } = request;
      const standing = await standingOf(request, params.id);
      if (!Array.isArray(standing)) return standing ?? refuse('not-found', { what: params.id });
      const named = standing.filter(isNamed);
      const [first] = named;
      if (!first) return refuse('nothing-to-certify');
      const layout = body.layout === undefined ? undefined : await read.get(certificateLayouts, body.layout);
      if (body.layout !== undefined && !layout) return refuse('not-found', { what: body.layout });
      const contents = named.map((grant) => contentOf(grant, '0', ''));
      const refused = await companion(certificatePrinter).unprintable(layout, contents);
      if (refused) return refused;
      const issued = await issuedFor(read, params.id);
      const fresh = named.filter((grant) => !issued.has(keyOf(grant)));
      const codes = fresh.map(() => drawCode());
      const issue = certificateCommand(params.id, 'issue', {
        series: seriesOf(params.id, first.year),
        ...definedOnly({ layout: body.layout }),
        certificates: fresh.map(({ grant, revision }, at) => ({ grant, revision, check: checkOf(codes[at]!) })),
      });
      return codes.length === 0 ? issue : { request: issue, privateRows: [codesRow(params.id, codes)] };
    },
  }),
  get('/decisions/:id/certificates', {
    summary: ['决定的证书', 'Certificates of a decision'],
    roles,
    params: byId,
    answer: certificatesView,
    async query({ params, read }) {
      const head = await read.get(certificateHeads, params.id);
      return head && { ...head, certificates: await certificatesOf(read, params.id) };
    },
    stream: ({ id }) => `certificate/${id}`,
  }),
  download('/decisions/:id/certificates/:extension', {
    summary: ['打印证书（合并 PDF 或 zip）', 'Print certificates: one PDF, or a zip'],
    roles: printers,
    params: z.object({ id, extension: z.enum(['pdf', 'zip']) }),
    querystring: z.object({ grant: id.optional() }),
    produces: [pdfType, 'application/zip'],
    async download(request) {
      const { params, query, read, companion } = request;
      const standing = await standingOf(request, params.id);
      if (!Array.isArray(standing)) return standing;
      const printer = companion(certificatePrinter);
      const address = printer.address();
      if (address === undefined) return refuse('public-url-unset');
      const wanted = standing.filter(isNamed).filter(({ grant }) => query.grant === undefined || grant === query.grant);
      if (wanted.length === 0) return undefined;
      const head = await read.get(certificateHeads, params.id);
      const byGrant = await issuedFor(read, params.id);
      const codes = await printer.codesOf(params.id);
      const prints = wanted.flatMap((grant): Print[] => {
        const found = byGrant.get(keyOf(grant));
        const code = found && codes.get(found.check);
        if (!found || !code) return [];
        const link = `${address}/api/public/certificates/${found.number}?code=${code}`;
        const content = contentOf(grant, found.number, link);
        return [
          { ...content, file: `${found.number} ${calledOf(grant.recipient).replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}` },
        ];
      });
      const missing = wanted.length - prints.length;
      if (missing > 0) return refuse('certificates-not-issued', { number: wanted[0]!.documentNumber, count: missing });
      const layout = head?.layout === undefined ? undefined : await read.get(certificateLayouts, head.layout);
      const refused = await printer.unprintable(layout, prints);
      if (refused) return refused;
      const type = params.extension === 'pdf' ? pdfType : 'application/zip';
      return { name: `证书.${params.extension}`, type, chunks: () => printer.print(params.extension, layout, prints) };
    },
  }),
  download('/public/certificates/:certificate', {
    summary: ['查验证书（公众，无需登录）', 'Check a certificate (public, no sign-in)'],
    roles: 'public',
    params: z.object({ certificate: z.string().max(40) }),
    querystring: z.object({ code: z.string().max(100).default('') }),
    produces: ['text/html'],
    async download({ params: { certificate: number }, query: { code }, read }) {
      const isNumber = certificateNumber.test(number);
      // That there is no such certificate is an answer to whoever checks one, and no failure.
      const found = isNumber ? await statusOf(read.everywhere(), number, code) : undefined;
      async function* chunks() {
        yield checkPage(isNumber ? number : '—', found ?? 'unknown');
      }
      return { name: '证书查验.html', type: 'text/html; charset=utf-8', inline: true as const, chunks };
    },
  }),
];

/** Undefined for a number that was never given, and for another's code: the answers are the same. */
async function statusOf(read: Request['read'], number: string, code: string) {
  const found = (await certificatesUnder(read, number)).find(({ check }) => isCodeOf(check, code));
  const grant = found && (await read.get(grants, found.grant));
  if (!grant) return undefined;
  const { valid, corrected, revoked } = certificateStatus.enum;
  if (grant.status === 'revoked') return revoked;
  return grant.revision > found.revision ? corrected : valid;
}
