// Progress that the entrant reported, verified by the department that owns it: what was done, and what passed acceptance.
import type { CheckCriterion, CheckView, VerifiedItem } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { CommandForm, type FieldOf, type Values } from '../parts/form.tsx';

interface Line {
  criterion: string;
  part?: string;
  label: string;
  plan: number;
  reported: number | undefined;
  verified: { done: number; accepted: number } | undefined;
}

function linesOf(check: CheckView, { id, label }: CheckCriterion): Line[] {
  const planned = check.plan?.items[id];
  const reported = check.reported[id];
  const verified = check.verified[id];
  if (!planned) return [];
  if ('plan' in planned)
    return [
      {
        criterion: id,
        label,
        plan: planned.plan,
        reported: reported && 'done' in reported ? reported.done : undefined,
        verified: verified && 'done' in verified ? verified : undefined,
      },
    ];
  return planned.parts.map((part) => ({
    criterion: id,
    part: part.id,
    label: `${label} · ${part.label}`,
    plan: part.plan,
    reported: reported && 'parts' in reported ? reported.parts.find((each) => each.id === part.id)?.done : undefined,
    verified: verified && 'parts' in verified ? verified.parts.find((each) => each.id === part.id) : undefined,
  }));
}
const nameOf = ({ criterion, part }: Line, what: string) => `${criterion}/${part ?? ''}/${what}`;

export function Verify({ check, criteria }: { check: CheckView; criteria: CheckCriterion[] }) {
  const say = useSay();
  const verify = useCommand('POST', '/checks/{id}/progress/verify');
  const lines = criteria.flatMap((criterion) => linesOf(check, criterion));
  if (criteria.length === 0) return null;
  if (lines.length === 0)
    return (
      <p className="quiet">{say(['参赛单位尚未填报计划，暂不能核验进度。', 'No plan yet, so nothing to verify.'])}</p>
    );
  const fields = lines.flatMap((line): FieldOf[] => [
    {
      name: nameOf(line, 'done'),
      kind: 'number',
      label: [`${line.label}：完成（计划 ${line.plan}）`, `${line.label}: done (planned ${line.plan})`],
      hint:
        line.reported === undefined
          ? ['单位尚未上报', 'Not reported yet']
          : [`单位上报 ${line.reported}`, `Reported: ${line.reported}`],
      initial: line.verified?.done ?? line.reported,
    },
    {
      name: nameOf(line, 'accepted'),
      kind: 'number',
      label: [`${line.label}：其中验收合格`, `${line.label}: accepted`],
      initial: line.verified?.accepted ?? line.reported,
    },
  ]);
  function run(values: Values) {
    const items: Record<string, VerifiedItem> = {};
    for (const line of lines) {
      const found = { done: values[nameOf(line, 'done')], accepted: values[nameOf(line, 'accepted')] };
      if (line.part === undefined) items[line.criterion] = found;
      else {
        const before = items[line.criterion];
        const parts = before && 'parts' in before ? before.parts : [];
        items[line.criterion] = { parts: [...parts, { id: line.part, ...found }] };
      }
    }
    return verify.run({ id: check.check }, { items });
  }
  return (
    <section className="card">
      <h2>{say(['核验进度', 'Verify progress'])}</h2>
      <CommandForm fields={fields} submit={['确认核验', 'Confirm']} said={['已核验', 'Verified']} run={run} />
    </section>
  );
}
