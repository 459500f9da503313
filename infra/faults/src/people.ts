// The organiser of these tests over HTTP, and the checks of the installation afterwards.
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
  body: any;
  text: string;
  headers: Headers;
}
export interface Signed {
  token: string;
}

export async function send(
  url: string,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(url + path, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  const parsed = text.startsWith('{') ? JSON.parse(text) : undefined;
  return { status: answer.status, body: parsed, text, headers: answer.headers } satisfies Answer;
}

export async function signIn(url: string, userName: string, password: string): Promise<Signed> {
  const { body, text, status } = await send(url, 'POST', '/sign-in', { userName, password });
  if (status !== 200) throw new Error(`nobody could sign in: ${status} ${text}`);
  return { token: body.token };
}

/** Somebody who may register and read, made by the first administrator; made again, it is the same person. */
export async function organiserOf(url: string, admin: Signed): Promise<Signed> {
  const [userName, password] = ['organiser', 'a-long-password-of-nobody'];
  const user = {
    userName,
    password,
    name: '组织者',
    contact: '无',
    roles: ['organiser', 'auditor', 'operator'],
    departments: [],
    units: [],
  };
  const headers = { ...bearer(admin), 'idempotency-key': 'organiser' };
  const { status, text } = await send(url, 'POST', '/api/users', user, headers);
  if (status >= 300) throw new Error(`no organiser: ${status} ${text}`);
  return signIn(url, userName, password);
}

export const bearer = ({ token }: Signed) => ({ authorization: `Bearer ${token}` });

/** Registers the unit of a number; its key is its number's, so a repetition is the same request. */
export const register = (at: { url: string; signed: Signed }, number: number) => {
  const name = `第${number}项目部${'长'.repeat(60)}`;
  const body = { kind: 'project-department', code: `U-${number}`, name, shortName: `U${number}` };
  return send(at.url, 'POST', '/api/units', body, { ...bearer(at.signed), 'idempotency-key': `unit-${number}` });
};

/** The codes of all units, as the view shows them. */
export async function unitCodes(at: { url: string; signed: Signed }): Promise<string[]> {
  const codes: string[] = [];
  for (let path: string | undefined = '/api/units?limit=200'; path; ) {
    const { status, body, text, headers } = await send(at.url, 'GET', path, undefined, bearer(at.signed));
    if (status !== 200) throw new Error(`${status} ${text}`);
    codes.push(...body.items.map(({ code }: { code: string }) => code));
    path = /<([^>]+)>;\s*rel="?next/.exec(headers.get('link') ?? '')?.[1];
  }
  return codes.sort();
}
/** What the installation says of itself to its operators. */
export const health = (at: { url: string; signed: Signed }) =>
  send(at.url, 'GET', '/health', undefined, bearer(at.signed));
