// For tests: services in memory, tokens for anybody, and a way to wait until nothing is under way.
import type { Actor } from '@jiangong/contracts';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Manifest, service } from '../define/service.ts';
import { CSV, XLSX } from '../http/table.ts';
import { OWED } from '../relay/states.ts';
import { readConfig } from '../run/config.ts';
import { type Running, type StartOptions, start } from '../run/start.ts';

export { forgetful, withDecide } from './forgetful.ts';

const { privateKey, publicKey } = await generateKeyPair('EdDSA');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'EdDSA' }] });

/**
 * A bearer token, as the issuer would give it.
 * @example
 * ```ts
 * (await tokenOf({ roles: ['organiser'], org: 'union' })).split('.').length; // → 3
 * ```
 */
export function tokenOf(actor: Partial<Actor> & Pick<Actor, 'roles' | 'org'>): Promise<string> {
  const { scopes, ...claims } = actor;
  return new SignJWT({ departments: [], units: [], ...claims, ...(scopes ? { scope: scopes.join(' ') } : {}) })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(actor.sub ?? 'somebody')
    .setIssuer('jiangong')
    .setAudience('jiangong')
    .setIssuedAt()
    .setExpirationTime('12h')
    .sign(privateKey);
}

/** Services at work for a test. */
export interface Testing extends Running {
  /** A request as somebody; bodies are JSON unless they are text (csv) or bytes (xlsx). */
  call(
    actor: (Partial<Actor> & Pick<Actor, 'roles' | 'org'>) | undefined,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
  ): Promise<{ status: number; body: any; headers: Record<string, unknown>; text: string }>;
  /** Resolves when every commit was published and every event handled. */
  quiet(): Promise<void>;
}

/**
 * Starts services over memory (or the given settings) with an issuer of the test's own.
 * @example
 * ```ts
 * import { counter } from '@jiangong/service-kit/counter';
 * const { call, quiet, stop } = await startTesting([counter]);
 * const path = '/api/units/01912d5a-7b1c-7d43-9c2e-6d1f8a3b5c70';
 * (await call({ roles: ['organiser'], org: 'union' }, 'POST', path, { name: '一公司' })).status; // → 201
 * await quiet();
 * (await call({ roles: ['auditor'], org: 'union' }, 'GET', path)).body.name; // → '一公司'
 * await stop();
 * ```
 */
export async function startTesting(
  manifests: readonly Manifest[],
  options: StartOptions & { env?: Record<string, string> } = {},
): Promise<Testing> {
  const config = readConfig({ STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'fatal', ...options.env });
  const issuer = { open: async () => ({ keys }) };
  const [first, ...others] = manifests.map((manifest) => service(manifest));
  const open = first!.open;
  const running = await start(
    [{ ...first!, open: async (...given) => ({ ...(await open?.(...given)), ...(await issuer.open()) }) }, ...others],
    config,
    options,
  );
  const { app, runtimes } = running;
  return {
    ...running,
    async call(actor, method, path, body, headers = {}) {
      const file = typeof body === 'string' ? CSV : Buffer.isBuffer(body) ? XLSX : undefined;
      const response = await app.inject({
        method,
        url: path,
        headers: {
          ...(actor ? { authorization: `Bearer ${await tokenOf(actor)}` } : {}),
          ...(body !== undefined ? { 'content-type': file ?? 'application/json' } : {}),
          ...headers,
        },
        ...(body !== undefined ? { payload: file ? (body as string | Buffer) : JSON.stringify(body) } : {}),
      });
      const text = response.body;
      const json = String(response.headers['content-type']).includes('json');
      return {
        status: response.statusCode,
        body: json && text ? JSON.parse(text) : undefined,
        headers: response.headers,
        text,
      };
    },
    async quiet() {
      for (let calm = 0; calm < 3; ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        calm = (await isQuiet()) ? calm + 1 : 0;
      }
    },
  };

  async function isQuiet() {
    for (const { store, parking } of runtimes) {
      const parked = await parking.all();
      if (parked.length > 0) throw new Error(`parked: ${parked.map(({ reason }) => reason).join('; ')}`);
      if ((await store.backlog()).count > 0 || (await store.privateRows(OWED)).length > 0) return false;
    }
    return Object.values(await running.lag()).every((lag) => lag === 0);
  }
}
