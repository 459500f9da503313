// The reminder rules of a competition: for each kind of task when it is due to remind, and whether the organisers hear of it, too.
import type { AnswerOf, At } from '@jiangong/client';
import { useAnswer, useCommand, versionOf } from '../app/api.ts';
import type { Label } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import { type FieldOf, reasonField, type Values } from '../parts/form.tsx';

type Rules = AnswerOf<At<'GET', '/competitions/{id}/reminders'>>['rules'];
type Task = Rules[number]['task'];
const tasks: Record<Task, Label> = {
  'set-plan': ['填报计划', 'Setting the plan'],
  'report-progress': ['上报完成情况', 'Reporting progress'],
  'verify-progress': ['核验完成情况', 'Verifying progress'],
  'submit-sheet': ['提交评分表', 'Submitting the sheet'],
};
const kinds = Object.keys(tasks) as Task[];
const ofOwners = (rules: Rules, task: Task) => rules.find((rule) => rule.task === task && rule.whom === 'owner');

function fieldsOf(rules: Rules): FieldOf[] {
  const each = kinds.flatMap((task): FieldOf[] => {
    const [zh, en] = tasks[task];
    const rule = ofOwners(rules, task);
    return [
      {
        name: `before ${task}`,
        label: [`${zh}：到期前几天催办（可填几个，如 7、1）`, `${en}: days before, such as 7, 1`],
        optional: true,
        initial: rule?.daysBefore.join('、'),
      },
      {
        name: `every ${task}`,
        label: [`${zh}：逾期后每几天催办`, `${en}: each so many days after`],
        kind: 'number',
        optional: true,
        initial: rule?.everyDays,
      },
    ];
  });
  const organisers: FieldOf = {
    name: 'organisers',
    label: ['同时提醒组织者', 'Organisers hear of it, too'],
    kind: 'yes',
    initial: rules.some(({ whom }) => whom === 'organiser'),
  };
  return [...each, organisers, { ...reasonField('理由（首次设定可不填）'), optional: true }];
}

function rulesOf(values: Values): Rules {
  return kinds.flatMap((task) => {
    const daysBefore = (String(values[`before ${task}`] ?? '').match(/\d+/g) ?? []).map(Number);
    const everyDays = values[`every ${task}`] as number | undefined;
    if (daysBefore.length === 0 && everyDays === undefined) return [];
    const rule = { task, daysBefore, ...(everyDays === undefined ? {} : { everyDays }) };
    const owner = { ...rule, whom: 'owner' as const };
    return values.organisers ? [owner, { ...rule, whom: 'organiser' as const }] : [owner];
  });
}

export function Reminders({ competition }: { competition: string }) {
  const at = { id: competition };
  const { data } = useAnswer('/competitions/{id}/reminders', at);
  const set = useCommand('PUT', '/competitions/{id}/reminders');
  if (!data) return null;
  return (
    <Act
      label={['催办规则', 'Reminders']}
      fields={fieldsOf(data.rules)}
      submit={['保存', 'Save']}
      run={async (values) => {
        const ifMatch = await versionOf('/competitions/{id}/reminders', at, data.rules, ({ rules }) => rules);
        return set.run(
          at,
          { rules: rulesOf(values), ...(values.reason ? { reason: values.reason } : {}) },
          { ifMatch },
        );
      }}
    />
  );
}
