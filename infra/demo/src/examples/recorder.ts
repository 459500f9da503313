// Remembers one request and its answer of each operation of the API while somebody uses it: the first, and of what is read the
// first with the most fields, since early answers lack what has not arrived. What works as a key is left out; long lists are cut.
import type { ApiExample } from '@jiangong/contracts/examples';

export interface ApiDescription {
  paths: Record<string, Record<string, unknown>>;
}
type Examples = Record<string, ApiExample>;

const MOST_ITEMS = 2;
const hidden: Record<string, string> = {
  password: '（您的密码）',
  token: 'eyJhbGciOiJFUzI1NiIsImtpZCI6Ii4uLiJ9.eyJzdWIiOiIuLi4ifQ.…',
};

/** Without secrets, and with lists of at most two items. */
function shortened(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && hidden[key]) return hidden[key];
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => shortened(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shortened(inner, name)]));
}
const isJson = (type: string) => type === 'application/json';
const typeOf = (headers: Headers) => headers.get('content-type')?.split(';')[0];
function shown(type: string, text: string): unknown {
  if (isJson(type)) return shortened(JSON.parse(text));
  if (type === 'application/pdf') return '（PDF 文件 · a PDF）';
  return type.includes('spreadsheetml') ? '（xlsx 文件 / an xlsx file）' : text.split('\n').slice(0, 6).join('\n');
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
/** A list without rows says nothing of them. */
const fieldsOf = (body: unknown) =>
  typeof body === 'object' && body !== null ? Object.values(body).filter((value) => !isEmptyList(value)).length : 0;

/** A stream of events has no end: what it says up to its first event. The copy is left, since ending it waits for its twin. */
async function firstEvent({ body }: Response): Promise<string> {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!/^data: .*\n\n/m.test(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    text += value;
  }
  return text;
}

/** Operations of the description, each with a test of the addresses that are its own; fixed segments go before parameters. */
function operationsOf({ paths }: ApiDescription) {
  return Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })))
    .map(({ method, path }) => ({ method, path, at: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
}

export function recorderOf(description: ApiDescription, send: typeof fetch) {
  const operations = operationsOf(description);
  const examples: Examples = {};
  const recording: typeof fetch = async (input, init) => {
    const answer = await send(input, init);
    const { pathname } = new URL(String(input));
    const method = init?.method ?? 'GET';
    const operation = operations.find((each) => each.method === method && each.at.test(pathname));
    const key = operation && `${method} ${operation.path}`;
    const type = typeOf(answer.headers);
    const sent = typeOf(new Headers(init?.headers));
    const body = init?.body;
    if (!key || !answer.ok || !type) return answer;
    const known = examples[key];
    // Where a body may be left out, a request that has one says more.
    const isKnown = known && (known.request || !body);
    if (isKnown && !(method === 'GET' && isJson(type))) return answer;
    examples[key] ??= {};
    const copy = answer.clone();
    const text = type === 'text/event-stream' ? await firstEvent(copy) : await copy.text();
    const said = shown(type, text);
    if (isKnown && fieldsOf(said) <= fieldsOf(examples[key].answer?.body)) return answer;
    examples[key] = {
      ...(sent && typeof body === 'string' ? { request: { type: sent, body: shown(sent, body) } } : {}),
      answer: { status: String(answer.status), type, body: said },
    };
    return answer;
  };
  return {
    fetch: recording,
    /** By operation, in the order of their names. */
    examples: () => Object.fromEntries(Object.entries(examples).sort(([a], [b]) => (a < b ? -1 : 1))) as Examples,
    missing: () => operations.map(({ method, path }) => `${method} ${path}`).filter((key) => !examples[key]),
  };
}
