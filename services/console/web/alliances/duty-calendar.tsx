// A union's calendar of duties: who is reminded and when, when a year closes by itself, how often studios are confirmed.
import { useAnswer, useCommand, versionOf } from '../app/api.ts';
import { Act } from '../parts/act.tsx';

export function DutyCalendar() {
  const { data } = useAnswer('/duty-calendar', {});
  const set = useCommand('PUT', '/duty-calendar');
  if (!data) return null;
  const { closeAfterDays, daysBefore, confirmYears } = data;
  return (
    <Act
      label={['任务日程', 'Calendar']}
      title={['年度任务日程', 'Calendar of duties']}
      submit={['保存', 'Save']}
      fields={[
        {
          name: 'daysBefore',
          label: ['年末前多少天催办（每行一个）', 'Remind so many days before the end of the year (one a line)'],
          kind: 'lines',
          optional: true,
          initial: daysBefore.map(String),
          hint: ['不填则不催办', 'Nobody is reminded if empty'],
        },
        {
          name: 'closeAfterDays',
          label: ['年末后多少天自动结账', 'Close by itself so many days after the year'],
          kind: 'number',
          optional: true,
          initial: closeAfterDays,
          hint: ['不填则由人结账', 'A person closes it if empty'],
        },
        {
          name: 'confirmYears',
          label: ['工作室每几年复核', 'Confirm studios each so many years'],
          kind: 'number',
          optional: true,
          initial: confirmYears,
        },
      ]}
      run={async (values) => {
        const ifMatch = await versionOf('/duty-calendar', {}, data, (calendar) => calendar);
        const body = { ...values, daysBefore: values.daysBefore.map(Number) } as Parameters<typeof set.run>[1];
        return set.run({}, body, { ifMatch });
      }}
    />
  );
}
