// Every list can be taken out as csv and xlsx.
import { consoleService } from '@jiangong/console';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { services } from './services.ts';

/** Lists for programs, which verify a run by them. */
const forPrograms = ['/scheme-templates', '/pairings/:id/prices', '/pairings/:id/input', '/output-rule-templates'];

test('every list is offered as csv and xlsx, under headings in Chinese', () => {
  const lists = [consoleService(() => {}), ...services]
    .flatMap(({ routes }) => routes)
    .filter((route) => route.kind === 'query' && 'items' in ((route.answer as z.ZodObject).shape ?? {}));
  const offered = lists.filter((route) => 'table' in route && route.table);
  process.stderr.write(`lists offered as csv and xlsx: ${offered.length} of ${lists.length}\n`);
  expect(lists.filter((route) => !offered.includes(route)).map(({ path }) => path)).toEqual(forPrograms);
});
