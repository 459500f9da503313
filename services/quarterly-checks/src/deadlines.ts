// What time brings about by itself: a round reminds when its next moment has come.
import { deadline } from '@jiangong/service-kit';
import { reminderCommand } from './reminder.ts';

export const deadlines = [
  deadline('reminder', ['reminders-scheduled', 'reminders-fired', 'reminders-stopped'], ({ type, data }) => {
    if (type === 'reminders-stopped' || data.next === undefined) return undefined;
    return { at: data.next, request: reminderCommand(data.round, 'fire', { at: data.next }) };
  }),
];
