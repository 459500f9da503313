// What is fuzzed: the whole product in memory after a played year, the requests of its clients in that year, and people with every
// office, of the same organisation and of another.
import { type Role, unionRoles } from '@jiangong/contracts';
import { play } from '@jiangong/demo';
import { install, settle, unseen } from '@jiangong/demo/fixture';
import type { Running } from '@jiangong/service-kit/start';

/** A request of the year that was answered 2xx. */
export interface KnownRequest {
  method: string;
  /** Path and query. */
  path: string;
  body?: unknown;
  /** Of a body that is no JSON. */
  text?: string;
  contentType?: string;
}
export interface Ground {
  running: Running;
  known: KnownRequest[];
  /** Ids that exist, of anything. */
  ids: string[];
  /** Authorization headers. */
  own: string;
  foreign: string;
  /** Commits of all journals, by organisation, when all that follows has happened. */
  commits(): Promise<Map<string, number>>;
  stop(): Promise<void>;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export async function groundOf(): Promise<Ground> {
  const known = new Map<string, KnownRequest>();
  const ids = new Set<string>();
  let organisation = '';
  const recording: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const { pathname, search } = new URL(String(input));
    const path = pathname + search;
    for (const [id] of path.matchAll(UUID)) ids.add(id);
    if (!answer.ok || !pathname.startsWith('/api/')) return answer;
    const contentType = new Headers(init?.headers).get('content-type') ?? undefined;
    const text = typeof init?.body === 'string' ? init.body : undefined;
    const isJson = text !== undefined && contentType === 'application/json';
    known.set(`${init?.method ?? 'GET'} ${path} ${text}`, {
      method: init?.method ?? 'GET',
      path,
      ...(isJson ? { body: JSON.parse(text) } : text !== undefined ? { text } : {}),
      ...(contentType ? { contentType } : {}),
    });
    if (pathname === '/api/orgs' && init?.method === 'POST' && !organisation)
      organisation = ((await answer.clone().json()) as { id: string }).id;
    return answer;
  };
  const { url, admin, running } = await install();
  await play({ url, admin, progress: unseen, print: () => {}, fetch: recording });
  await settle(running);

  async function post(path: string, body: object, authorization?: string) {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string; token: string };
  }
  const signIn = async (userName: string, password: string) =>
    `Bearer ${(await post('/sign-in', { userName, password })).token}`;
  const asAdmin = await signIn(admin.userName, admin.password);
  const other = (await post('/api/orgs', { code: 'FUZZ', name: '另一家工会' }, asAdmin)).id;
  /** @param units units whose records an alliance leader may read, whoever owns them */
  async function somebody(userName: string, organisation: string, units: string[], more: Role[] = []) {
    const password = `${userName}-password-1`;
    const departments = ['engineering', 'safety', 'quality', 'finance', 'union'];
    const office = { name: userName, organisation, roles: [...unionRoles, ...more], departments, units };
    const { id } = await post('/api/users', { userName, password, ...office }, asAdmin);
    return { id, authorization: await signIn(userName, password) };
  }
  const { authorization: own } = await somebody('everybody', organisation, [...ids].slice(0, 100), ['operator']);
  const stranger = await somebody('stranger', other, [other]);
  return {
    running,
    known: [...known.values()].flatMap((request) => [request, ...aroundImport(request)]).concat(await aFile(url, own)),
    ids: [...ids],
    own,
    foreign: stranger.authorization,
    async commits() {
      await settle(running);
      const counts = new Map<string, number>();
      // A user is of whoever registered it; what the stranger sets for itself is no change of theirs.
      for (const { store } of running.runtimes)
        for await (const { org, stream } of store.journal())
          if (stream !== `user/${stranger.id}`) counts.set(org, (counts.get(org) ?? 0) + 1);
      counts.delete(other);
      return counts;
    },
    stop: running.stop,
  };
}

/** What the year has no need of: the template of each import, and its preview. */
function aroundImport(request: KnownRequest): KnownRequest[] {
  const [path, query = ''] = request.path.split('?');
  if (!path!.endsWith('/import')) return [];
  return [
    { method: 'GET', path: `${path}/template.xlsx` },
    { ...request, path: `${path}?${query}${query && '&'}preview=true` },
  ];
}

/** The year names no files: one that is uploaded here, and read. */
async function aFile(url: string, authorization: string): Promise<KnownRequest[]> {
  const contentType = 'multipart/form-data; boundary=b';
  const disposition = 'content-disposition: form-data; name="file"; filename="proof.pdf"';
  const text = `--b\r\n${disposition}\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n`;
  const upload = { method: 'POST', path: '/api/files/output', text, contentType };
  const headers = { authorization, 'content-type': contentType };
  const answer = await fetch(url + upload.path, { method: 'POST', headers, body: text });
  if (!answer.ok) throw new Error(`${upload.path}: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return [upload, ...['', '/about'].map((part) => ({ method: 'GET', path: `/api/files/output/${id}${part}` }))];
}
