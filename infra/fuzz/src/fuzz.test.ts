import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawn, type Request } from './draw.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Answer, type Described, judgeOf } from './judge.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20241231);
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000);
/** Every so many, a command is repeated with its key. */
const REPEATED = 5;
/** So that the fuzzer cannot rot into asking for nothing: routes that must have answered 2xx. Much of a year happens once. */
const REACHED = 0.5;

let ground: Ground;
beforeAll(async () => {
  ground = await groundOf();
}, 300_000);
afterAll(() => ground.stop());

async function send({ method, url, headers, payload }: Request): Promise<Answer> {
  const answer = await ground.running.app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}
/** All but signing out, which would end the tokens that the other requests carry. */
const isOfServices = (route: string) => / \/api\/(?!sign-out$)/.test(route);
/** Endless answers are tested elsewhere. */
const isEndless = ({ url }: Request) => /\/(events|live)(\?|$)/.test(url);

test(`${REQUESTS} requests drawn with seed ${SEED}: every answer is as declared, no fault is ours, a repetition is answered equally`, async () => {
  const judge = judgeOf(ground.running.app.swagger() as unknown as Described);
  const routes = judge.routes.filter(isOfServices);
  const requests = drawn(ground, routes, SEED, REQUESTS).filter((request) => !isEndless(request));
  const statuses: Record<number, number> = {};
  const reached = new Set<string>();
  const wrong: string[] = [];
  for (const [n, request] of requests.entries()) {
    const isCommand = request.method !== 'GET';
    if (isCommand && n % REPEATED === 0) request.headers['idempotency-key'] ??= `fuzz-${SEED}-${n}`;
    const answer = await send(request);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const route = judge.routeOf(request);
    if (route && answer.status < 300) reached.add(route.name);
    const faults = judge.faultsOf(request, answer);
    const isKept = isCommand && n % REPEATED === 0 && answer.status < 300 && request.headers.authorization;
    if (isKept && !isQuestion(answer)) {
      const again = await send(request);
      if (again.status !== answer.status || again.text !== answer.text || again.headers.etag !== answer.headers.etag)
        faults.push(`repeated, it is answered ${again.status} ${again.text}`);
      if (request.payload?.startsWith('{')) {
        const other = await send({ ...request, payload: request.payload.replace('{', '{ ') });
        if (other.status !== 422) faults.push(`another body with its key is answered ${other.status}`);
      }
    }
    for (const fault of faults)
      wrong.push(`${fault}\n  ${JSON.stringify(request).slice(0, 600)}\n  ${answer.text.slice(0, 300)}`);
  }
  const counts = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
  const share = routes.filter((route) => reached.has(route)).length / routes.length;
  process.stderr.write(
    `fuzz, seed ${SEED}: ${counts.join(', ')}; ${Math.round(share * 100)} % of ${routes.length} routes did something\n`,
  );
  expect(wrong.slice(0, 10), `${wrong.length} faults`).toEqual([]);
  expect(share).toBeGreaterThan(REACHED);
}, 900_000);

/** A POST that only reads returns no version. */
const isQuestion = ({ text }: Answer) => !/^\{"id":"[^"]*","version":\d+\}$/.test(text);

test('requests of strangers change nothing of ours', async () => {
  const judge = judgeOf(ground.running.app.swagger() as unknown as Described);
  const routes = judge.routes.filter(isOfServices);
  const requests = drawn(ground, routes, SEED + 1, Math.ceil(REQUESTS / 10)).filter((request) => !isEndless(request));
  const before = await ground.commits();
  for (const request of requests)
    await send({ ...request, headers: { ...request.headers, authorization: ground.foreign } });
  expect(await ground.commits()).toEqual(before);
}, 600_000);
