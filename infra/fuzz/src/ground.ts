// What is fuzzed: the whole product in memory after a played year and one use of every operation, the requests of those clients, and
// people with every office, of the organisations that sent them and of another.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Role, unionRoles } from '@jiangong/contracts';
import { play } from '@jiangong/demo';
import { playUses } from '@jiangong/demo/examples';
import { install, settle, unseen } from '@jiangong/demo/fixture';
import type { Running } from '@jiangong/service-kit/start';

/** A request that was answered 2xx. */
export interface KnownRequest {
  /** Of whoever sent it; absent of strangers. */
  organisation?: string;
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
  /** Authorization header of somebody with every office of the organisation, or of the last one that appeared. */
  ownOf(organisation: string | undefined): string;
  foreign: string;
  /** Commits of all journals, by organisation and noun, when all that follows has happened. */
  commits(): Promise<Map<string, number>>;
  stop(): Promise<void>;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const idsIn = (requests: KnownRequest[]) => [...new Set(requests.flatMap(({ path }) => path.match(UUID) ?? []))];
/** Of whom a token says that its bearer is. */
function organisationOf(authorization: string | null): string | undefined {
  const claims = authorization?.split('.')[1];
  return claims && (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { org: string }).org;
}

export async function groundOf(): Promise<Ground> {
  const known = new Map<string, KnownRequest>();
  const ids = new Set<string>();
  const recording: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const { pathname, search } = new URL(String(input));
    const path = pathname + search;
    for (const [id] of path.matchAll(UUID)) ids.add(id);
    if (!answer.ok || !pathname.startsWith('/api/') || pathname === '/api/sign-out') return answer;
    // A form cannot be read again; `aFile` has one.
    if (init?.body instanceof FormData) return answer;
    const headers = new Headers(init?.headers);
    const contentType = headers.get('content-type') ?? undefined;
    const organisation = organisationOf(headers.get('authorization'));
    const text = typeof init?.body === 'string' ? init.body : undefined;
    const isJson = text !== undefined && contentType === 'application/json';
    known.set(`${init?.method ?? 'GET'} ${path} ${text}`, {
      method: init?.method ?? 'GET',
      path,
      ...(organisation ? { organisation } : {}),
      ...(isJson ? { body: JSON.parse(text) } : text !== undefined ? { text } : {}),
      ...(contentType ? { contentType } : {}),
    });
    return answer;
  };
  const { url, admin, running } = await install();
  await play({ url, admin, progress: unseen, print: () => {}, fetch: recording });
  await settle(running);
  await playUses({ url, admin }, recording);
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
  const owners = new Map<string, string>();
  for (const { organisation } of known.values())
    if (organisation && !owners.has(organisation)) {
      const units = idsIn([...known.values()].filter((request) => request.organisation === organisation)).slice(0, 100);
      const owner = await somebody(`everybody.${owners.size}`, organisation, units, ['operator']);
      owners.set(organisation, owner.authorization);
    }
  const { store: alliances } = running.runtimes.find(({ manifest }) => manifest.name === 'studio-alliances')!;
  const stranger = await somebody('stranger', other, [other]);
  return {
    running,
    known: [...known.values()]
      .flatMap((request) => [request, ...aroundImport(request)])
      .concat(await aFile(url, [...owners].at(-1)!)),
    ids: [...ids],
    ownOf: (organisation) => owners.get(organisation ?? '') ?? [...owners.values()].at(-1)!,
    foreign: stranger.authorization,
    async commits() {
      // A thread that works a pairing out would commit in the middle of a comparison.
      while ((await alliances.count({ view: 'pairings', filter: { work: ['run', 'repeat'] } })) > 0) await sleep(50);
      await settle(running);
      const counts = new Map<string, number>();
      // A user is of whoever registered it; what the stranger sets for itself is no change of theirs.
      for (const { store } of running.runtimes)
        for await (const { org, stream } of store.journal())
          if (org !== other && stream !== `user/${stranger.id}`) {
            const noun = `${org} ${stream.split('/')[0]}`;
            counts.set(noun, (counts.get(noun) ?? 0) + 1);
          }
      return counts;
    },
    stop: running.stop,
  };
}

/** What the year has no need of: the template of each import, and its preview. */
function aroundImport(request: KnownRequest): KnownRequest[] {
  const [path, query = ''] = request.path.split('?');
  const { organisation } = request;
  if (!path!.endsWith('/import')) return [];
  const template = { method: 'GET', path: `${path}/template.xlsx` };
  return [
    { ...template, ...(organisation ? { organisation } : {}) },
    { ...request, path: `${path}?${query}${query && '&'}preview=true` },
  ];
}

/** A file that is uploaded here, and read. */
async function aFile(url: string, [organisation, authorization]: [string, string]): Promise<KnownRequest[]> {
  const contentType = 'multipart/form-data; boundary=b';
  const disposition = 'content-disposition: form-data; name="file"; filename="proof.pdf"';
  const text = `--b\r\n${disposition}\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n`;
  const upload = { organisation, method: 'POST', path: '/api/files/output', text, contentType };
  const headers = { authorization, 'content-type': contentType };
  const answer = await fetch(url + upload.path, { method: 'POST', headers, body: text });
  if (!answer.ok) throw new Error(`${upload.path}: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  return [
    upload,
    ...['', '/about'].map((part) => ({ organisation, method: 'GET', path: `/api/files/output/${id}${part}` })),
  ];
}
