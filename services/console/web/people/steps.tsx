// What an empty installation needs, in its order: five steps that tick themselves, each with who does it and where.
import type { MeView } from '@jiangong/client';
import { Link } from 'wouter';
import { useItems, usePages } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { holds } from '../app/work.ts';

interface Step {
  done: boolean;
  label: Label;
  hint: Label;
  where?: string;
}
const some = (pages: { items: unknown[] }[] | undefined, least = 1) => (pages?.[0]?.items.length ?? 0) >= least;

export function Steps({ me }: { me: MeView }) {
  const say = useSay();
  const manages = holds(me, 'admin', 'operator');
  const operates = holds(me, 'operator');
  const organisations = useItems('/orgs', operates ? {} : undefined);
  const users = usePages('/users', manages ? { limit: 2 } : undefined);
  const units = usePages('/units', { limit: 1 });
  const schemes = useItems('/schemes', {});
  const competitions = usePages('/competitions', { limit: 1 });
  const steps: Step[] = [
    {
      // Whoever operates the installation belongs to the one that it began with.
      done: !operates || (organisations.data ?? []).length > 1,
      label: ['登记组织', 'Register the organisation'],
      hint: ['运维员在本页“组织”处登记', 'The operator, under Organisations'],
    },
    {
      // Whoever sets it up is the first.
      done: !manages || some(users.data, 2),
      label: ['登记或导入用户', 'Register or import users'],
      hint: ['管理员在本页“用户”处逐个登记，或按模板导入', 'The administrator, under Users, one by one or by file'],
    },
    {
      done: some(units.data),
      label: ['登记或导入单位', 'Register or import units'],
      hint: ['组织者在本页“单位”处逐个登记，或按模板导入', 'The organiser, under Units, one by one or by file'],
    },
    {
      done: (schemes.data ?? []).some(({ published }) => published > 0),
      label: ['发布考核方案', 'Publish a scheme'],
      hint: ['组织者从模板起草、修改、发布', 'The organiser drafts one from a template and publishes it'],
      where: '/schemes',
    },
    {
      done: some(competitions.data),
      label: ['公布竞赛', 'Announce a competition'],
      hint: ['组织者沿用往届，或按方案逐步公布', 'The organiser repeats an earlier one, or goes step by step'],
      where: '/competitions/new',
    },
  ];
  const next = steps.findIndex(({ done }) => !done);
  return (
    <section className="card">
      {operates && (
        <p className="soft">
          {say([
            '第 3 至 5 步由各组织的组织者在自己的“设置”页完成，在那里打勾。',
            'Steps 3 to 5 are each organisation’s own: its organiser sees them ticked on the same page.',
          ])}
        </p>
      )}
      <ol className="steps">
        {steps.map(({ done, label, hint, where }, at) => (
          <li key={label[1]} className={done ? 'done' : ''} aria-current={at === next ? 'step' : undefined}>
            <b>
              {at + 1}. {where && holds(me, 'organiser') ? <Link href={where}>{say(label)}</Link> : say(label)}
            </b>
            <span className="soft">{say(hint)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
