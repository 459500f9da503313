// The reminder rules of each competition as they stand.
import type { EventNamed, View } from '@jiangong/contracts';

export const reminderRules: View<EventNamed<'reminders-set'>['data'], EventNamed<'reminders-set'>> = {
  name: 'reminder-rules',
  events: ['reminders-set'],
  key: ({ data }) => data.competition,
  apply: (_, { data }) => data,
};
