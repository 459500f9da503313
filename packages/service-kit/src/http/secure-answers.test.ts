import fastify from 'fastify';
import { expect, test } from 'vitest';
import { secureAnswers } from './secure-answers.ts';

async function answerOf(url: string, headers: Record<string, string> = {}) {
  const app = fastify({ trustProxy: '127.0.0.1' });
  secureAnswers(app);
  for (const path of ['/api/people/:id', '/api/units', '/api/public/notices/:id', '/live'])
    app.get(path, async () => ({}));
  return (await app.inject({ url, headers })).headers;
}

test('what carries data of people is kept nowhere, other answers by their reader alone, public ones as they say', async () => {
  expect((await answerOf('/api/people/1'))['cache-control']).toBe('no-store');
  expect((await answerOf('/api/units'))['cache-control']).toBe('private, no-cache');
  for (const url of ['/api/public/notices/1', '/live']) expect((await answerOf(url))['cache-control']).toBeUndefined();
});

test('who came by TLS is to come by TLS from now on', async () => {
  const header = 'strict-transport-security';
  expect((await answerOf('/live', { 'x-forwarded-proto': 'https' }))[header]).toMatch(/^max-age=31536000/);
  expect((await answerOf('/live'))[header]).toBeUndefined();
});
