// The browser's session: the token in a cookie that scripts cannot read, turned into a bearer token for requests of the page,
// and refused for whatever another site sends.
import { refuse } from '@jiangong/contracts';

/** By TLS under a name that browsers keep to this host and to TLS; neither a neighbour's page nor plain HTTP can set it. */
const nameBy = (protocol: string) => (protocol === 'https' ? '__Host-jiangong' : 'jiangong');
const SIGN_OUT = '/api/sign-out';
/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Request {
  method: string;
  url: string;
  host: string;
  protocol: string;
  raw: { headers: Record<string, string | string[] | undefined> };
}
interface Reply {
  header(name: string, value: string): unknown;
}

function tokenIn(cookies: string | undefined, protocol: string): string | undefined {
  const wanted = nameBy(protocol);
  const own = cookies?.split(';').map((each) => each.trim().split('='));
  return own?.find(([name, value]) => name === wanted && value)?.[1];
}

/** Strict, HttpOnly, and for TLS only where the page came by it. Without a token it ends. */
export function cookieOf(token: string | undefined, { protocol }: Pick<Request, 'protocol'>, seconds = 0): string {
  const secure = protocol === 'https' ? '; Secure' : '';
  return `${nameBy(protocol)}=${token ?? ''}; Path=/; Max-Age=${token ? seconds : 0}; HttpOnly; SameSite=Strict${secure}`;
}

/** Browsers say where a request comes from: by `Sec-Fetch-Site`, and over plain HTTP by `Origin` alone. */
export function ownPage({ host, raw: { headers } }: Pick<Request, 'host' | 'raw'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return typeof origin === 'string' && URL.canParse(origin) && new URL(origin).host === host;
}

/** Turns the cookie into the bearer token that every route and every service behind knows. Signing out ends the cookie. */
export function readSession(request: Request, reply: Reply): void {
  const { headers } = request.raw;
  const token = headers.authorization === undefined && tokenIn(headers.cookie as string | undefined, request.protocol);
  delete headers.cookie;
  if (!token) return;
  if (!SAFE.has(request.method) && !ownPage(request)) throw refuse('cross-site');
  headers.authorization = `Bearer ${token}`;
  if (request.url.split('?')[0] === SIGN_OUT) reply.header('set-cookie', cookieOf(undefined, request));
}
