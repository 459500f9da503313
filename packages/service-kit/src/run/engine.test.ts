import { execFileSync } from 'node:child_process';
import pino from 'pino';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { openEngine } from './engine.ts';

const given = { options: {}, logger: pino({ level: 'silent' }), now: '2024-01-01T00:00:00Z' };

test.each([
  ['mongodb://localhost/jiangong', 'file:./data'],
  ['file:./data', 'kafka://localhost:9092'],
  ['mongodb://localhost/jiangong', ''],
])('a mixture of engines is refused in both languages: %s and %s', async (STORE_URL, LOG_URL) => {
  const opened = openEngine(readConfig({ STORE_URL, LOG_URL }), given);
  await expect(opened).rejects.toThrow('同一种引擎');
  await expect(opened).rejects.toThrow('must be of one engine');
});

test('the embedded engine loads neither kafkajs nor mongoose', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
    const { start } = await import('./src/run/start.ts');
    const { readConfig } = await import('./src/run/config.ts');
    const running = await start([], readConfig({ STORE_URL: 'memory:', LOG_URL: 'memory:', JWKS_URL: 'http://localhost/', LOG_LEVEL: 'silent' }));
    await running.stop();
    console.log(loaded.filter((url) => /kafkajs|mongoose|mongodb/.test(url)).length, loaded.length > 100);
  `;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(said.trim()).toBe('0 true');
});

test('a setting can be given by file', async () => {
  expect(readConfig({ ISSUER_FILE: '/dev/null' }).ISSUER).toBe('jiangong');
  expect(() => readConfig({ ISSUER_FILE: '/nowhere' })).toThrow('ISSUER_FILE');
});
