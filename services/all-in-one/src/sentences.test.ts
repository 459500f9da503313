// Whatever somebody sends or does wrong, the answer is a sentence in their words: no codes, ids, regexes or validator's text.
import { consoleService } from '@jiangong/console';
import { describe as described, fieldLabel, labelsOfValues, type Problem, problems } from '@jiangong/contracts';
import { malformed } from '@jiangong/service-kit/http/problem';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { services } from './services.ts';
import { bare, partsOf, wrongsOf } from './wrong-bodies.fixture.ts';

const operations = [consoleService(() => {}), ...services].flatMap(({ routes }) =>
  routes.map((route) => ({ name: `${route.method} ${route.path}`, ...route })),
);
const schemas = operations.flatMap((operation) =>
  (['params', 'querystring', 'body', 'row'] as const).flatMap((part) => {
    const schema = (operation as Partial<Record<typeof part, z.ZodType>>)[part];
    return schema ? [{ name: `${operation.name} ${part}`, part, schema }] : [];
  }),
);

test('every field of every request has a label in both languages, and every fixed value one in Chinese', () => {
  const seen = new Set<z.ZodType>();
  const unlabelled = new Set<string>();
  const unnamed = new Set<string>();
  function walk(schema: z.ZodType) {
    const found = bare(schema);
    if (seen.has(found)) return;
    seen.add(found);
    const { entries = {} } = found._zod.def as { entries?: Record<string, string> };
    const values = Object.values(entries).filter((value) => /[a-z]/.test(value));
    if (!labelsOfValues(values)) unnamed.add(values.join());
    for (const [name, part] of partsOf(found)) {
      const type = bare(part)._zod.def.type;
      if (name && !fieldLabel(name, type)) unlabelled.add(name);
      walk(part);
    }
  }
  for (const { schema } of schemas) walk(schema);
  expect(schemas.length).toBeGreaterThan(150);
  expect([...unlabelled]).toEqual([]);
  expect([...unnamed]).toEqual([]);
});

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-/i;
const raw =
  /期望|无效输入|Invalid|expected|received (?:undefined|string|number)|undefined|null|NaN|\[object|\^|\(\?|\\d|<=|>=|ISO|UUID|string|regex|pattern|safety\.events|[{}]/;
const vague = /的内容不对|的格式不对|right form/;

test.each(schemas)('$name: what is wrong is said in plain words', ({ part, schema }) => {
  const wrongs = wrongsOf(schema);
  for (const value of wrongs) {
    const { error } = schema.safeParse(value);
    const { errors } = described(malformed(part, schema, value, error!.issues)) as Required<Problem>;
    expect(errors.length).toBeGreaterThan(0);
    for (const { zh, en } of errors) {
      const said = `${zh} ${en}`;
      if (raw.test(said) || uuid.test(said) || vague.test(said)) expect({ value, zh, en }).toBe('plain words');
      expect(zh).toMatch(/^(?:「|请求内容|查询参数|地址|这一行)/);
      expect(zh.length + en.length).toBeLessThan(800);
      expect(en).not.toMatch(/\p{Script=Han}.*[，。；、]/u);
    }
  }
});

test('wrong bodies are drawn for every operation that takes one', () => {
  const bodies = schemas.filter(({ part }) => part === 'body' || part === 'row');
  const drawn = bodies.map(({ schema }) => wrongsOf(schema).length);
  expect(bodies.length).toBeGreaterThan(60);
  expect(Math.min(...drawn)).toBeGreaterThan(5);
});

/** Names of formats and headers, and fields that people must send under just this name. */
const allowed = new Set(
  [
    'API csv xlsx ETag If-Match Idempotency-Key SSE JSON HR HTTP MB Authorization Bearer POST sign-in id cursor next',
    'JPG PNG WebP GIF PDF Word Excel PPT WPS ZIP',
    'errors marks events na joint successor reason acceptUnsupported true',
  ]
    .join(' ')
    .split(' '),
);
const id = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const codes = Object.keys(problems) as (keyof typeof problems)[];

test.each(codes)('problem %s reads well in both languages', (code) => {
  const { title, detail } = problems[code];
  const names = [...detail.join(' ').matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const render = (value: unknown) =>
    described({ refused: code, params: Object.fromEntries(names.map((name) => [name, value])) });
  for (const value of ['样例', id, [id, id], `${id} / 3`, ['样例', id], []]) {
    const { detail: zh, detailEn: en } = render(value);
    expect(`${zh}${en}`).not.toMatch(uuid);
    expect(`${zh}${en}`).not.toMatch(/[{}]|undefined|null/);
  }
  const zh = `${title[0]} ${detail[0].replace(/\{\w+\}/g, '')}`;
  const latin = [...zh.matchAll(/[A-Za-z][A-Za-z-]*/g)].map(([word]) => word);
  expect(latin.filter((word) => !allowed.has(word))).toEqual([]);
  const en = `${title[1]} ${detail[1]}`;
  expect(en).not.toMatch(/\p{Script=Han}|[，。；：、]/u);
  expect(detail[0]).toMatch(/。$/);
  expect(detail[1]).toMatch(/\.$/);
  expect(`${zh}${en}`).not.toMatch(/\/:|\/api\/|\bmend\b|Not now/);
});
