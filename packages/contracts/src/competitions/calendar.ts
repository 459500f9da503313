// The calendar of an installation: the days off and make-up days of a year as they were published, for every union alike.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, label, year } from '../values.ts';

/** The document that published a schedule of days off. */
export const calendarDocument = z.object({ title: label, number: code, date: businessDate });
const days = z.array(businessDate).max(100);
const example = {
  year: 2027,
  version: 1,
  daysOff: ['2027-01-01', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'],
  makeUpDays: ['2027-10-09'],
  document: {
    title: '国务院办公厅关于2027年部分节假日安排的通知',
    number: '国办发明电〔2026〕7号',
    date: '2026-11-10',
  },
};

/** A year's schedule holds from now on: its days off (weekends among them need not stand there) and its working weekends. */
export const calendarPublished = event(
  'calendar-published',
  z.object({
    year,
    /** 1 for the first schedule of the year, one more for each that replaces it. */
    version: z.int().min(1),
    daysOff: days,
    makeUpDays: days,
    document: calendarDocument,
  }),
  example,
);
/** Every event of calendars. */
export const calendarEvents = [calendarPublished] as const;

/** Loads the published schedule of a year; all of it, in place of what was loaded before. */
export const publishCalendar = z.strictObject({
  daysOff: days.min(1),
  makeUpDays: days.default([]),
  document: z.strictObject(calendarDocument.shape),
});

/** The schedule of a year that holds; version 0 is the one that ships, which names no document. */
export const calendarView = calendarPublished.data.extend({
  version: z.int().min(0),
  document: calendarDocument.optional(),
});
