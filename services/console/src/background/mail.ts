// Mail by SMTP. A message keeps its Message-ID at every attempt, so that what is sent twice is known to be the same.
import { createTransport } from 'nodemailer';
import type { Message } from './message.ts';

export interface Mailer {
  /** @throws if the server did not take it */
  send(to: string, message: Message): Promise<void>;
  close(): void;
}
const TIMEOUT_MS = 20_000;

/** @param url `smtp://user:password@host:587`, or `smtps:` */
export function mailerOf(url: string, from: string): Mailer {
  const waits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url, ...waits, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(to, { id, subject, text }) {
      // As an object, so that no character of it can name another recipient.
      const recipient = { name: '', address: to };
      const headers = { 'auto-submitted': 'auto-generated' };
      await transport.sendMail({ from, to: recipient, subject, text, messageId: id, headers });
    },
    close: () => transport.close(),
  };
}

/** What failed, without what was sent or to whom: the server's word may repeat the address. */
export function faultOf(error: unknown): string {
  const { code, responseCode, name } = error as { code?: string; responseCode?: number; name?: string };
  return [code ?? name ?? 'error', responseCode].filter((part) => part !== undefined).join(' ');
}
