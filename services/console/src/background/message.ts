// A digest as people read it: Chinese first, English next to it, each line with its last day and, if the address is known, the
// place where it is done.
import type { DigestItem } from '@jiangong/contracts';

export interface Message {
  /** The Message-ID: the same at every attempt. */
  id: string;
  subject: string;
  text: string;
}

export const messageId = ({ digest, part }: { digest: string; part: number }) => `<${digest}.${part}@jiangong>`;

export function messageOf(id: string, items: readonly DigestItem[], address: string | undefined): Message {
  const lines = items.flatMap(({ text, about, due, link }, n) => [
    `${n + 1}. ${about}：${text.zh}，${due} 前`,
    `   ${about}: ${text.en}, due ${due}`,
    ...(address ? [`   ${new URL(link, address)}`] : []),
  ]);
  return {
    id,
    subject: `【建功】有 ${items.length} 项待办 · ${items.length} to do`,
    text: ['您有以下事项尚未完成 · Still to be done:', '', ...lines].join('\n'),
  };
}

/** The same for a group chat, in Chinese alone and no longer than a robot takes. */
export function chatTextOf(items: readonly DigestItem[], mostBytes: number): string {
  const head = `【催办】有 ${items.length} 项尚未完成：`;
  let text = head;
  for (const [n, { text: said, about, due }] of items.entries()) {
    const more = `\n${about}：${said.zh}，${due} 前`;
    const rest = `\n……另有 ${items.length - n} 项`;
    if (Buffer.byteLength(text + more + rest) > mostBytes) return text + rest;
    text += more;
  }
  return text;
}
