// What operators read of a fault names the thing and what to do, in both languages and one line.
import { expect, test } from 'vitest';
import { frontedBy } from '../http/front/copies.ts';
import { readConfig } from './config.ts';
import { openEngine } from './engine.ts';
import { reasonOf } from './reason.ts';

const reasonOfFailure = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    return reasonOf(error);
  }
  throw new Error('it did not fail');
};

test.each([
  ['a setting’s file', () => readConfig({ ISSUER_FILE: '/nowhere' }), /ISSUER_FILE（文件不可读/],
  ['a choice', () => readConfig({ LOG_LEVEL: 'loud' }), /LOG_LEVEL（日志级别.*fatal \| error/],
  ['a secret setting', () => readConfig({ METRICS_TOKEN: 'too-short' }), /METRICS_TOKEN（(?!.*too-short)/],
  ['an unknown service', () => frontedBy('prizes=http://a:1'), /没有名为 prizes 的服务.*no service prizes/],
  [
    'mixed engines',
    () => openEngine({ STORE_URL: 'mongodb://a/b', LOG_URL: 'file:x' }, { options: {}, logger: {} as never, now: '' }),
    /须为同一种引擎.*must be of one engine/,
  ],
])('%s', async (_, work, says) => {
  const reason = await reasonOfFailure(work);
  expect(reason).toMatch(says);
  expect(reason).not.toContain('\n');
});

test('an error names its place and its cause', () => {
  const bug = new Error('outer', { cause: new TypeError('inner\nmore') });
  expect(reasonOf(bug)).toMatch(/^意外错误 \/ unexpected error: outer: inner more \(.*run\/reason\.test\.ts:\d+\)$/);
  expect(reasonOf('a text')).toBe('意外错误 / unexpected error: a text');
  expect(reasonOf(undefined)).toBe('意外错误 / unexpected error: undefined');
});
