import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configTable, readConfig } from './config.ts';

test('the documented settings are the settings', () => {
  const text = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
  expect(text).toContain(configTable());
});

test('every faulty setting is named at once', () => {
  const faulty = () => readConfig({ PORT: 'many', LOG_LEVEL: 'loud', STORE_URL: 'ftp://x' });
  expect(faulty).toThrow(/PORT[\s\S]*STORE_URL[\s\S]*LOG_LEVEL/);
});

test('both engines use the data folder unless set otherwise', () => {
  expect(readConfig({ DATA: '/x' })).toMatchObject({ STORE_URL: 'file:/x', LOG_URL: 'file:/x', PORT: 8080 });
});

test.each(['10.0.0.5', '10.0.0.0/8, 192.168.0.0/16', '::1,fd00::/8'])('proxies are addresses or ranges: %s', (list) => {
  expect(readConfig({ TRUST_PROXY: list }).TRUST_PROXY).toBe(list);
});
test.each(['true', 'all', '10.0.0.0/33', '10.0.0', '::1/129', '10.0.0.5,', '10.0.0.0/8/8', '*'])(
  'what is no proxy is named at start: %s',
  (list) => {
    expect(() => readConfig({ TRUST_PROXY: list })).toThrow(/TRUST_PROXY.*网段/);
  },
);
