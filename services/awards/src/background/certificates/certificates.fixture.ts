// For tests: the service with a decision and its grants, and an image.
import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type CommandRequest, type Decided, decisionIssued, grantId, isRefusal } from '@jiangong/contracts';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
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
