import { defaultDuty } from '@jiangong/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, dutyLine, isCorrectionDue, livedIn, owed, reached, twelveMonthsFrom } from './duty-rules.ts';

const proRata = { ...defaultDuty, foundingYear: 'pro-rata' as const };
const output = (over: object) => ({ title: '甲', year: 2023, status: 'accepted', counts: true, ...over });

describe('a year owes one to two outputs', () => {
  test('whole in the founding year, unless the union chose pro rata', () => {
    expect(owed(defaultDuty, '2023-06-15', 2023)).toEqual({ minimum: 1, aim: 2 });
    expect(owed(proRata, '2023-06-15', 2023)).toEqual({ minimum: 1, aim: 1 });
    expect(owed(proRata, '2023-12-01', 2023)).toEqual({ minimum: 0, aim: 0 });
    expect(owed(proRata, '2023-12-01', 2024)).toEqual({ minimum: 1, aim: 2 });
  });

  test('pro rata never owes more than a whole year, and more the earlier it was founded', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const rules = fc.record({ minimum: fc.nat(9), aim: fc.nat(9), foundingYear: fc.constant('pro-rata' as const) });
    fc.assert(
      fc.property(rules, month, month, (duty, a, b) => {
        const day = (m: number) => `2023-${String(m).padStart(2, '0')}-15`;
        const [early, late] = [owed(duty, day(Math.min(a, b)), 2023), owed(duty, day(Math.max(a, b)), 2023)];
        expect(early.minimum).toBeLessThanOrEqual(duty.minimum);
        expect(late.minimum).toBeLessThanOrEqual(early.minimum);
        expect(late.aim).toBeLessThanOrEqual(early.aim);
      }),
    );
  });

  test('by accepted outputs of that year that have not won elsewhere, each title once', () => {
    const all = [
      output({}),
      output({ title: '甲 ' }),
      output({ title: '乙', counts: false }),
      output({ title: '丙', status: 'submitted' }),
      output({ title: '丁', year: 2024 }),
    ];
    expect(countOf(all, 2023)).toBe(1);
  });
});

test('a duty not met is open until the last day of the year and behind after it', () => {
  const none = { alliance: 'a', year: 2023, outputs: 0, minimum: 1, aim: 2 };
  expect(dutyLine(none, '2023-12-31').status).toBe('open');
  expect(dutyLine(none, '2024-01-01').status).toBe('behind');
  expect(dutyLine({ ...none, outputs: 1 }, '2023-07-01')).toMatchObject({
    status: 'met',
    text: { zh: '1 / 1–2，12月31日前', en: '1 of 1–2, due 31 December' },
  });
  expect(dutyLine({ ...none, minimum: 1, aim: 1 }, '2023-07-01').text.en).toBe('0 of 1, due 31 December');
});

test('a year that owes nothing is not due, never met; more than the aim is exceeded', () => {
  expect(reached({ outputs: 0, minimum: 0, aim: 0 })).toBe('not-due');
  expect(reached({ outputs: 0, minimum: 0, aim: 1 })).toBe('not-due');
  expect(reached({ outputs: 1, minimum: 0, aim: 1 })).toBe('met');
  expect([0, 1, 2, 3].map((outputs) => reached({ outputs, minimum: 1, aim: 2 }))).toEqual([
    ...['behind', 'met', 'met', 'exceeded'],
  ]);
  const none = { alliance: 'a', year: 2023, outputs: 0, minimum: 1, aim: 2 };
  expect(dutyLine(none, '2024-03-01').behindSince).toBe('2024-01-01');
  expect(dutyLine({ ...none, outputs: 1 }, '2024-03-01').behindSince).toBeUndefined();
});

test('a closed year is due for correction once other outputs count, even if they are as many', () => {
  const made = (id: string, over: object = {}) => ({ ...output({ title: id }), output: id, ...over });
  const closed = { outputs: 1, counted: ['o1'] };
  expect(isCorrectionDue(closed, [made('o1')], 2023)).toBe(false);
  expect(isCorrectionDue(closed, [made('o1', { status: 'withdrawn' })], 2023)).toBe(true);
  expect(isCorrectionDue(closed, [made('o1', { status: 'withdrawn' }), made('o2')], 2023)).toBe(true);
  // Closed by a release that named no outputs.
  expect(isCorrectionDue({ outputs: 1 }, [made('o2')], 2023)).toBe(false);
  expect(isCorrectionDue({ outputs: 1 }, [], 2023)).toBe(true);
});

test('an alliance has a duty from the year it was founded to the year it ended', () => {
  expect([2022, 2023, 2024, 2025].map((y) => livedIn(y, '2023-06-15', '2024-02-01'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(livedIn(2023, undefined, undefined)).toBe(false);
});

test('twelve months end the day before the anniversary', () => {
  expect(twelveMonthsFrom('2023-10-08')).toBe('2024-10-07');
  expect(twelveMonthsFrom('2024-02-29')).toBe('2025-02-28');
  expect(twelveMonthsFrom('2024-01-01')).toBe('2024-12-31');
});
