// The Chinese working calendar and the business date.
export { businessDateOf, noticeLastDay, workingDays } from '../define/calendar.ts';
