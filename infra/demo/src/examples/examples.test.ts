// The API's page shows an example of every operation, and each is one that the API takes and gives today.
import { apiExamples } from '@jiangong/contracts/examples';
import { expect, test } from 'vitest';
import { playExamples } from './play.ts';

/** Names of fields at any depth: values such as ids and times are drawn anew each time. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.keys(value).sort();
}

test('every operation has an example, with the fields that it has today', { timeout: 120_000 }, async () => {
  const { examples, missing } = await playExamples();
  expect(missing).toEqual([]);
  const committed = apiExamples();
  expect(Object.keys(committed).sort(), 'pnpm examples').toEqual(Object.keys(examples).sort());
  for (const [key, { request, answer }] of Object.entries(examples)) {
    expect([key, shapeOf(committed[key]!.request?.body)]).toEqual([key, shapeOf(request?.body)]);
    expect([key, shapeOf(committed[key]!.answer?.body)]).toEqual([key, shapeOf(answer?.body)]);
  }
});
