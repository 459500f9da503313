// For tests: the service with a decision and its grants, documents read back by another implementation, and codes scanned from them.
import { randomUUID } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { type CommandRequest, type Decided, decisionIssued, grantId, isRefusal } from '@jiangong/contracts';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import decodeQR from 'qr/decode.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { decisionCommand } from '../../decision.ts';
import { grantCommand } from '../../grant.ts';
import { awards } from '../../service.ts';

export const address = 'https://honours.example.cn';
export const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
const { decision: _, ...issued } = decisionIssued.example;
const [award] = issued.awards;

export async function startCertificates(env: Record<string, string> = { PUBLIC_URL: address }) {
  const t = await startTesting([awards], { env });
  const [runtime] = t.runtimes;
  const carryOut = async (request: CommandRequest) => {
    const cause = `test/${randomUUID()}`;
    const actor = { ...committee, departments: [], units: [] };
    const frame = { actor, now: new Date().toISOString(), businessDate: '2025-02-05' };
    const result = await runtime!.handle(request, { cause, ...frame, correlation: cause, causation: cause });
    if (isRefusal(result)) throw new Error(result.refused);
    await t.quiet();
  };
  return {
    ...t,
    /** A decision that grants an honour to each of these, whose names give their grants' ids. */
    async decide(...names: string[]) {
      const decision = randomUUID();
      const awarded: Decided['awards'] = names.map((name) => ({
        ...award!,
        recipient: { ...award!.recipient, id: recipientOf(decision, name), name },
      }));
      await carryOut(decisionCommand(decision, 'issue', { ...issued, awards: awarded }));
      return decision;
    },
    correct: (decision: string, name: string, recipientName: string) =>
      carryOut(grantCommand(grantOf(decision, name), 'correct', { recipientName, reason: '名称有误' })),
    revoke: (decision: string, name: string) =>
      carryOut(grantCommand(grantOf(decision, name), 'revoke', { reason: '申报材料不实' })),
    issue: (decision: string, body: object = {}) =>
      t.call(committee, 'POST', `/api/decisions/${decision}/certificates`, body),
    /** A file as it is downloaded. */
    async file(path: string) {
      const headers = { authorization: `Bearer ${await tokenOf(committee)}` };
      const { statusCode, rawPayload, body } = await t.app.inject({ url: `/api${path}`, headers });
      if (statusCode !== 200) throw new Error(body);
      return rawPayload;
    },
  };
}
const recipientOf = (decision: string, name: string) => grantId(decision, 'recipient', name);
export const grantOf = (decision: string, name: string) =>
  grantId(decision, award!.honour.code, recipientOf(decision, name));

/** What a reader copies from each page, without the line breaks of its layout. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ''));
}

/** What a telephone reads from the code on each page, whose squares are the only rectangles that are filled. */
export function linksOf(pdf: Buffer): string[] {
  const links: string[] = [];
  for (const match of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = pdf.indexOf('endstream', start);
    let content: string;
    try {
      content = inflateSync(pdf.subarray(start, end)).toString('latin1');
    } catch {
      continue;
    }
    const squares = [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)]
      .map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number])
      .filter(([, , , height]) => height < 10);
    if (squares.length > 100) links.push(scanned(squares));
  }
  return links;
}
const MODULE = 4;
const QUIET = 4 * MODULE;
function scanned(squares: [x: number, y: number, width: number, height: number][]): string {
  const unit = squares[0]![3];
  const [left, top] = [0, 1].map((axis) => Math.min(...squares.map((square) => square[axis]!))) as [number, number];
  const right = Math.max(...squares.map(([x, , width]) => x + width));
  const size = Math.round((right - left) / unit) * MODULE + 2 * QUIET;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [x, y, width] of squares)
    for (let row = 0; row < MODULE; row++)
      for (let column = 0; column < Math.round(width / unit) * MODULE; column++) {
        const at =
          (QUIET + Math.round((y - top) / unit) * MODULE + row) * size +
          QUIET +
          Math.round((x - left) / unit) * MODULE +
          column;
        data.fill(0, at * 4, at * 4 + 3);
      }
  return decodeQR({ width: size, height: size, data });
}

/** A PNG of one colour, as large as is said. */
export function png(width: number, height: number, rows = height): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const line = Buffer.alloc(1 + width * 3, 200);
  line[0] = 0;
  const data = deflateSync(Buffer.concat(Array<Buffer>(rows).fill(line)));
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}
