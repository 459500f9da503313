import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configTable, readConfig } from './config.ts';

test('the documented settings are the settings', () => {
  const text = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  expect(text).toContain(configTable());
});

test('every faulty setting is named at once', () => {
  const faulty = () => readConfig({ PORT: 'many', LOG_LEVEL: 'loud', STORE_URL: 'ftp://x' });
  expect(faulty).toThrow(/PORT[\s\S]*STORE_URL[\s\S]*LOG_LEVEL/);
});

test('the data folder is where both engines are, unless told otherwise', () => {
  expect(readConfig({ DATA: '/x' })).toMatchObject({ STORE_URL: 'file:/x', LOG_URL: 'file:/x', PORT: 8080 });
});
