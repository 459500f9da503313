// For tests: every command that takes an id of the client's is given one, and repeated after all that followed: word for word, as
// by a client whose answer was lost, which knows neither what became of the thing nor the key that it sent before.
import { randomUUID } from 'node:crypto';
import { type Installation, settle } from '../year.fixture.ts';
import type { ApiDescription } from './recorder.ts';

interface Answer {
  id?: string;
}
interface Sent {
  operation: string;
  address: string;
  init: RequestInit;
  answer: Answer;
}
export interface Repeated {
  operation: string;
  first: Answer;
  again: { status: number; answer: Answer }[];
}

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: object;
  required?: string[];
}
interface Described extends ApiDescription {
  components: { schemas: Record<string, Schema> };
}
interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Operations that take an id of the client's, with the name of its field. */
function makingOf({ paths, components }: Described) {
  function formsOf({ $ref, anyOf, oneOf, ...schema }: Schema): Schema[] {
    if ($ref) return formsOf(components.schemas[$ref.split('/').at(-1)!]!);
    return (anyOf ?? oneOf)?.flatMap(formsOf) ?? [schema];
  }
  const found = new Map<string, { at: RegExp; field: string }>();
  for (const [path, methods] of Object.entries(paths)) {
    const { schema = {} } = (methods.post as Operation | undefined)?.requestBody?.content['application/json'] ?? {};
    const isGiven = (field: string) =>
      formsOf(schema).some(({ properties = {}, required = [] }) => field in properties && !required.includes(field));
    const field = ['id', 'objection'].find(isGiven);
    if (field) found.set(path, { at: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), field });
  }
  return found;
}

export function repeatingOf() {
  const sent: Sent[] = [];
  const repeated: Repeated[] = [];
  const changes = { before: 0, after: 0 };
  let making: ReturnType<typeof makingOf> | undefined;

  async function repeatAll(send: typeof fetch, running: Installation['running']) {
    await settle(running);
    changes.before = await changesIn(running);
    for (const { operation, address, init, answer } of sent) {
      const again: Repeated['again'] = [];
      for (const key of [undefined, randomUUID()]) {
        const headers = new Headers(init.headers);
        headers.delete('idempotency-key');
        if (key) headers.set('idempotency-key', key);
        const said = await send(address, { ...init, headers });
        again.push({ status: said.status, answer: (await said.json()) as Answer });
      }
      repeated.push({ operation, first: answer, again });
    }
    await settle(running);
    changes.after = await changesIn(running);
  }

  return {
    repeated,
    changes,
    /** Paths that take an id. */
    making: () => [...making!.keys()],
    through: (send: typeof fetch, running: Installation['running']): typeof fetch => {
      return async (input, init) => {
        const { origin, pathname } = new URL(String(input));
        making ??= makingOf((await (await send(`${origin}/docs/json`)).json()) as Described);
        if (pathname === '/api/sign-out') await repeatAll(send, running);
        const [operation, { field }] = [...making].find(([, { at }]) => at.test(pathname)) ?? ['', { field: '' }];
        if (init?.method !== 'POST' || !field || typeof init.body !== 'string') return send(input, init);
        const body = JSON.parse(init.body) as Record<string, unknown>;
        // The year sends keys, and knows its things by ids of its own or by those that follow from codes.
        const isYear = new Headers(init.headers).has('idempotency-key');
        const given = isYear ? init.body : JSON.stringify({ [field]: randomUUID(), ...body });
        const answer = await send(input, { ...init, body: given });
        if (answer.ok && field in JSON.parse(given))
          sent.push({
            operation,
            address: String(input),
            init: { ...init, body: given },
            answer: (await answer.clone().json()) as Answer,
          });
        return answer;
      };
    },
  };
}

/** Commits that changed something. */
async function changesIn({ runtimes }: Installation['running']) {
  let count = 0;
  for (const { store } of runtimes) for await (const { events } of store.journal()) count += events.length > 0 ? 1 : 0;
  return count;
}
