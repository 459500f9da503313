// What arrives and is no request that could be given to a route: answered by hand, as a problem like any other.
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { describe, type Refusal, refuse } from '@jiangong/contracts';

export function answerUnreadable(error: Error & { code?: string }, socket: Socket) {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const problem = describe(unreadable(error.code));
    const body = JSON.stringify(problem);
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}

function unreadable(code: string | undefined): Refusal {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return refuse('request-too-slow');
    case 'HPE_HEADER_OVERFLOW':
      return refuse('header-too-large');
    default:
      return refuse('not-http', { reason: code ?? '?' });
  }
}
