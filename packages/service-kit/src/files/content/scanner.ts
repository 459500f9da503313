// An optional scanner that speaks clamd's protocol (INSTREAM, documented in clamd(8)): the file is sent in pieces, each with its length,
// and a length of zero ends it; the answer is one line. Without an answer nothing is kept.
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { type Refusal, refuse } from '@jiangong/contracts';
import { Refused } from '../../http/problem.ts';

/** @returns what was found, if anything. @throws Refused `busy` if the scanner does not answer */
export type Scanner = (content: Readable) => Promise<string | undefined>;

const ANSWER_MS = 60_000;
const LONGEST_ANSWER = 4096;
const unanswered: Refusal = refuse('busy');

/** @param address `host:port` */
export function clamd(address: string): Scanner {
  const [, host, port] = /^(.*):(\d+)$/.exec(address)!;
  return async (content) => {
    const socket = connect({ host: host!, port: Number(port), timeout: ANSWER_MS });
    socket.on('timeout', () => socket.destroy(new Error('the scanner does not answer')));
    let answer = '';
    const answered = new Promise<void>((resolve, reject) => {
      socket.on('error', reject).on('close', () => resolve());
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1');
        if (answer.includes('\0') || answer.length > LONGEST_ANSWER) socket.destroy();
      });
    });
    answered.catch(() => {});
    try {
      socket.write('zINSTREAM\0');
      for await (const chunk of content as AsyncIterable<Buffer>) {
        if (socket.destroyed) break;
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        socket.write(length);
        if (!socket.write(chunk))
          await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), answered]);
      }
      socket.write(Buffer.alloc(4));
      await answered;
    } catch {
      throw new Refused(unanswered);
    } finally {
      socket.destroy();
      content.destroy();
    }
    const [, found] = /^stream: (.+) FOUND/.exec(answer) ?? [];
    if (found === undefined && !answer.startsWith('stream: OK')) throw new Refused(unanswered);
    return found;
  };
}
