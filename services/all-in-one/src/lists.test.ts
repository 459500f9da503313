// Every list says when it goes on, and can be taken out as csv and xlsx.
import { consoleService } from '@jiangong/console';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { services } from './services.ts';

const lists = [consoleService(() => {}), ...services]
  .flatMap(({ routes }) => routes)
  .filter((route) => route.kind === 'query')
  .filter(({ answer }) => 'items' in ((answer as z.ZodObject).shape ?? {}));
/** Lists for programs, which verify a run by them. */
const forPrograms = ['/scheme-templates', '/pairings/:id/prices', '/pairings/:id/input', '/output-rule-templates'];

/** Lists that are never cut: each belongs to one record, or to what is shipped. */
const whole = [
  ...['/scheme-templates', '/checks/:id/corrections', '/checks/:id/self-score'],
  ...['/contest-stages/:id/missing', '/contest-stages/:id/standings', '/pairings/:id/groups', '/output-rule-templates'],
  ...['/award-lists/:id/eligibility', '/award-lists/:id/conflicts', '/award-lists/:id/dossiers'],
  ...['/notices/:id', '/public/notices/:id', '/award-returns/:id'],
];

test('every list says when it goes on, but for those that always have everything', () => {
  const goesOn = (route: (typeof lists)[number]) => 'next' in (route.answer as z.ZodObject).shape;
  expect(lists.filter((route) => !goesOn(route)).map(({ path }) => path)).toEqual(whole);
});

test('every list is offered as csv and xlsx, under headings in Chinese', () => {
  const offered = lists.filter((route) => 'table' in route && route.table);
  process.stderr.write(`lists offered as csv and xlsx: ${offered.length} of ${lists.length}\n`);
  expect(lists.filter((route) => !offered.includes(route)).map(({ path }) => path)).toEqual(forPrograms);
});
