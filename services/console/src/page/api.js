// Calls the API with the session's token. A cached answer is sent with its version and fetched again only if it has changed.
const KEY = 'jiangong.session';

export const session = {
  /** @returns {{token: string, expiresAt: string, name?: string, actor: {roles: string[]}} | undefined} */
  get() {
    const kept = sessionStorage.getItem(KEY);
    return kept ? JSON.parse(kept) : undefined;
  },
  set: (value) => sessionStorage.setItem(KEY, JSON.stringify(value)),
  clear() {
    sessionStorage.removeItem(KEY);
    known.clear();
  },
};

/** A refused or failed request: problem details in Chinese and English. */
export class Problem extends Error {
  constructor(details) {
    super(details.title);
    this.details = details;
  }
}
const unreachable = {
  status: 0,
  title: '无法连接服务器',
  titleEn: 'The server cannot be reached',
  detail: '请检查网络；连接恢复后页面会自动更新。',
  detailEn: 'Check the network; the page goes on by itself.',
};

async function ask(path, options = {}) {
  const token = session.get()?.token;
  const headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...options.headers };
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...options, headers });
  } catch {
    throw new Problem(unreachable);
  }
  if (response.ok || response.status === 304) return response;
  const details = await response.json().catch(() => undefined);
  const status = response.status;
  throw new Problem(details?.title ? details : { ...unreachable, status, detail: `HTTP ${status}`, detailEn: '' });
}

/** What was answered last, with its version: by path. */
const known = new Map();

export async function get(path) {
  const before = known.get(path);
  const response = await ask(path, before ? { headers: { 'if-none-match': before.etag } } : {});
  if (response.status === 304) return before.body;
  const body = await response.json();
  const etag = response.headers.get('etag');
  if (etag) known.set(path, { etag, body });
  return body;
}

/** All pages of a list, up to a thousand items: more than a board can show. */
export async function list(path) {
  const items = [];
  for (let cursor; items.length < 1000; ) {
    const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = await get(`${path}${path.includes('?') ? '&' : '?'}limit=200${more}`);
    items.push(...page.items);
    cursor = page.next;
    if (!cursor) break;
  }
  return items;
}

export async function signIn(userName, password) {
  const body = JSON.stringify({ userName, password });
  const response = await ask('/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  session.set(await response.json());
}

/** Ends every token of the user; the page is signed out even if the server cannot be reached. */
export async function signOut() {
  if (session.get()) await ask('/api/sign-out', { method: 'POST', keepalive: true }).catch(() => {});
}

/** Fetched with the token, then handed to the browser as a file under the name the server gave it. */
export async function download(path) {
  const response = await ask(path);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name ? decodeURIComponent(name) : 'jiangong';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
