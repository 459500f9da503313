import { expect, test } from 'vitest';
import { businessDateOf, isWorkingDay, noticeLastDay, workingDays } from './calendar.ts';

test('two notices that were really published end on the days they really ended', () => {
  expect(noticeLastDay('2024-03-12', 5, true)).toBe('2024-03-18');
  expect(noticeLastDay('2023-08-22', 5, true)).toBe('2023-08-28');
  expect(noticeLastDay('2023-08-21', 5, false)).toBe('2023-08-28');
});

test('a make-up Sunday is a working day and National Day is not', () => {
  expect(isWorkingDay('2024-09-29')).toBe(true);
  expect(isWorkingDay('2024-10-01')).toBe(false);
  expect(noticeLastDay('2024-09-27', 5, true)).toBe('2024-10-09');
});

test('a year without published holidays is named', () => {
  expect(noticeLastDay('2026-12-30', 5, true)).toEqual({ unpublished: 2027 });
});

test('2024 has 251 working days', () => {
  expect(workingDays('2024-01-01', '2024-12-31')).toBe(251);
});

test('the business date is the day in Shanghai', () => {
  expect(businessDateOf('2024-12-31T16:00:00Z')).toBe('2025-01-01');
});
