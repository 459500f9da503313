import { expect, test } from 'vitest';
import { businessDateOf, shippedCalendar, workCalendar } from './calendar.ts';

const shipped = workCalendar();

test('two notices that were really published end on the days they really ended', () => {
  expect(shipped.noticeLastDay('2024-03-12', 5, true)).toBe('2024-03-18');
  expect(shipped.noticeLastDay('2023-08-22', 5, true)).toBe('2023-08-28');
  expect(shipped.noticeLastDay('2023-08-21', 5, false)).toBe('2023-08-28');
});

test('a make-up Sunday is a working day and National Day is not', () => {
  expect(shipped.isWorkingDay('2024-09-29')).toBe(true);
  expect(shipped.isWorkingDay('2024-10-01')).toBe(false);
  expect(shipped.noticeLastDay('2024-09-27', 5, true)).toBe('2024-10-09');
});

test('a year without published holidays is named', () => {
  expect(shipped.noticeLastDay('2040-12-30', 5, true)).toEqual({ unpublished: 2040 });
  expect(shipped.unpublished('2024-11-01', '2042-01-31').slice(-3)).toEqual([2040, 2041, 2042]);
  expect(shipped.unpublished('2024-01-01', '2024-12-31')).toEqual([]);
});

test('2024 has 251 working days', () => {
  expect(shipped.workingDays('2024-01-01', '2024-12-31')).toBe(251);
});

test('a loaded year stands in place of the shipped one, and of a year that ships only its own days', () => {
  const loaded = [{ year: 2024, daysOff: ['2023-12-29', '2024-01-01'], makeUpDays: ['2024-01-06'] }];
  const { isWorkingDay } = workCalendar(loaded);
  // The last of the year before belongs to the New Year of the schedule.
  expect(['2023-12-29', '2024-01-01', '2024-01-06', '2024-10-01'].map(isWorkingDay)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(isWorkingDay('2023-10-02')).toBe(false);
});

test('loading what ships changes no day', () => {
  const same = workCalendar([2023, 2024, 2025].map((year) => shippedCalendar(year)!));
  for (const year of [2022, 2023, 2024, 2025])
    expect(same.workingDays(`${year}-01-01`, `${year}-12-31`)).toBe(
      shipped.workingDays(`${year}-01-01`, `${year}-12-31`),
    );
});

test('a notice into a year that was loaded ends there', () => {
  const next = workCalendar([
    { year: 2040, daysOff: ['2040-01-01', '2040-01-02'], makeUpDays: [] },
    { year: 2039, daysOff: ['2039-01-01'], makeUpDays: [] },
  ]);
  expect(next.noticeLastDay('2039-12-29', 3, true)).toBe('2040-01-03');
});

test('the business date is the day in Shanghai', () => {
  expect(businessDateOf('2024-12-31T16:00:00Z')).toBe('2025-01-01');
});
