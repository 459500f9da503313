// The Chinese working calendar and the business date.
export {
  businessDateOf,
  calendarOf,
  calendars,
  shippedCalendar,
  type WorkCalendar,
  workCalendar,
} from '../define/calendar.ts';
