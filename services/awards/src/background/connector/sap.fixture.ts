// For tests: a SAP SuccessFactors on this machine, of its OData API what concerns Background_Awards, written from SAP's documents and
// from nothing that calls it. It draws keys itself, refuses what it does not know, and fails on demand.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SapRow {
  backgroundElementId: string;
  userId: string;
  name: string;
  institution: string;
  issueDate: string;
  description: string;
}
export type Op = { kind: 'upsert'; records: Record<string, unknown>[] } | { kind: 'delete' | 'find' | 'any' };
/** What it does with a request instead: `lost` carries it out and ends the connection without an answer. */
export type Fate = 'lost' | 'cut' | { status: number; headers?: Record<string, string>; text?: string } | undefined;

const PROPERTIES = ['userId', 'name', 'institution', 'issueDate', 'description', 'backgroundElementId'];
const MOST = 200;
const KEY = /^Background_Awards\(backgroundElementId=(\d+)L,userId='((?:[^']|'')*)'\)$/;
const unquoted = (text: string) => text.replaceAll("''", "'");

export async function openSap(account = { user: 'hr@union', password: 'S3cret：口令' }) {
  const rows = new Map<string, SapRow>();
  const ops: Op[] = [];
  /** How often a row was inserted for a grant, and by what it was named. */
  const inserted = new Map<string, number>();
  const unknownUsers = new Set<string>();
  let drawn = 1000;
  let fate: (op: Op) => Fate = () => undefined;

  /** @returns why a record is refused */
  function wrong(record: Record<string, unknown>): string | undefined {
    const { __metadata: meta, ...rest } = record as { __metadata?: { uri?: string } };
    const odd = Object.keys(rest).find((name) => !PROPERTIES.includes(name));
    if (odd) return `Invalid property name: ${odd}`;
    const { userId, name, issueDate, description, backgroundElementId: key } = rest as Record<string, unknown>;
    if (typeof userId !== 'string' || userId === '') return 'userId is required';
    if (unknownUsers.has(userId)) return `Invalid user: ${userId}`;
    if (typeof name !== 'string' || name === '') return 'name is required';
    if (!/^\/Date\(-?\d+\)\/$/.test(String(issueDate))) return 'issueDate is no date';
    if (Number(String(issueDate).slice(6, -2)) % 86_400_000 !== 0) return 'issueDate is no day';
    if (typeof description !== 'string' || description.length > 4000) return 'description is too long';
    const uri = meta?.uri ?? '';
    if (key === undefined) return uri === 'Background_Awards' ? undefined : `uri: ${uri}`;
    const [, named, of] = KEY.exec(uri) ?? [];
    if (named !== key || unquoted(of ?? '') !== userId) return `uri: ${uri}`;
    return rows.get(String(key))?.userId === userId ? undefined : 'the row does not exist';
  }
  function upserted(record: Record<string, unknown>, index: number) {
    const why = wrong(record);
    const { __metadata: _, ...rest } = record;
    const error = {
      key: null,
      status: 'ERROR',
      editStatus: null,
      message: why,
      index,
      httpCode: 500,
      inlineResults: null,
    };
    if (why !== undefined) return error;
    const known = rest.backgroundElementId as string | undefined;
    const key = known ?? String(++drawn);
    const row = { ...(rest as unknown as SapRow), backgroundElementId: key };
    rows.set(key, row);
    const grant = row.description.split('；').at(-1)!;
    if (known === undefined) inserted.set(grant, (inserted.get(grant) ?? 0) + 1);
    return {
      ...error,
      key: `Background_Awards/backgroundElementId=${key},Background_Awards/userId=${row.userId}`,
      ...{ status: 'OK', editStatus: 'UPSERTED', message: null, httpCode: 200 },
    };
  }

  function serve(path: string, query: URLSearchParams, method: string, body: string): [number, unknown, Op] {
    if (method === 'POST' && path === 'upsert') {
      const records = JSON.parse(body) as Record<string, unknown>[];
      const op: Op = { kind: 'upsert', records };
      if (!Array.isArray(records) || records.length > MOST) return [400, { error: 'too many records' }, op];
      return [200, () => ({ d: records.map(upserted) }), op];
    }
    const [, key, user] = KEY.exec(decodeURIComponent(path)) ?? [];
    if (method === 'DELETE' && key !== undefined) {
      const isThere = rows.get(key)?.userId === unquoted(user!);
      return [isThere ? 200 : 404, () => void (isThere && rows.delete(key)), { kind: 'delete' }];
    }
    const [, of] = /^userId eq '((?:[^']|'')*)'$/.exec(query.get('$filter') ?? '') ?? [];
    if (method === 'GET' && path === 'Background_Awards') {
      const results = [...rows.values()].filter(({ userId }) => of === undefined || userId === unquoted(of));
      return [200, { d: { results } }, { kind: of === undefined ? 'any' : 'find' }];
    }
    return [404, { error: 'no such resource' }, { kind: 'any' }];
  }
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const [scheme, given] = (request.headers.authorization ?? '').split(' ');
    const isKnown =
      scheme === 'Basic' && Buffer.from(given ?? '', 'base64').toString() === `${account.user}:${account.password}`;
    if (!isKnown) return void response.writeHead(401).end('Unauthorized');
    const { pathname, searchParams } = new URL(request.url!, 'http://sap/');
    if (!pathname.startsWith('/odata/v2/')) return void response.writeHead(404).end();
    const [status, answer, op] = serve(pathname.slice('/odata/v2/'.length), searchParams, request.method!, body);
    ops.push(op);
    const instead = fate(op);
    if (instead === 'cut') return void request.socket.destroy();
    if (typeof instead === 'object')
      return void response.writeHead(instead.status, instead.headers).end(instead.text ?? 'busy');
    const found = typeof answer === 'function' ? answer() : answer;
    if (instead === 'lost') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? ''));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/odata/v2`,
    ...{ account, ops, inserted, unknownUsers },
    rows: () => [...rows.values()],
    /** By the grant that ends a row's description. */
    rowsOf: (grant: string) => [...rows.values()].filter(({ description }) => description.endsWith(`；${grant}`)),
    kinds: () => ops.map(({ kind }) => kind),
    answer(other: (op: Op) => Fate) {
      fate = other;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
