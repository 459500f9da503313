// One screen a quarter: the plan before it, the progress in it, and afterwards what came of it.
import type { CheckView } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand, versionOf } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { sheetLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { CommandForm, reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';
import { OwnAppeals } from './appeals.tsx';
import { planFields, planOf, progressFields, progressOf, worksOf } from './plan.ts';

export default function Quarter({ me, params }: Work) {
  const say = useSay();
  const check = useAnswer('/checks/{id}', { id: params.check! });
  const writes = holds(me, 'entrant', 'organiser');
  return (
    <Answer of={check}>
      {(data) => (
        <>
          <p>
            <Link href="/own">{say(['← 本单位', '← Own unit'])}</Link>
          </p>
          <div className="head">
            <h1>{data.entrant.name}</h1>
            <span className="soft">
              {data.period.label} · {data.period.from} – {data.period.to}
            </span>
          </div>
          {data.sealed && (
            <p className="card">
              {say(['成绩', 'Score'])} <b>{scoreText(data.sealed.result.score)}</b> ·{' '}
              <Link href={`/standings?competition=${data.competition}&track=${data.track}&period=${data.period.id}`}>
                {say(['看排名与为什么', 'Standings, and why'])}
              </Link>
            </p>
          )}
          {writes && worksOf(data).length > 0 && <Plan check={data} organises={holds(me, 'organiser')} />}
          {writes && data.status === 'open' && data.plan && <Progress check={data} />}
          <OwnAppeals check={data} me={me} />
          <Departments check={data} />
          <p>
            <Link href={`/own/${data.check}/self`}>
              {say(['自评与部门评分对照', 'Self score next to the departments’'])}
            </Link>
          </p>
        </>
      )}
    </Answer>
  );
}

function Plan({ check, organises }: { check: CheckView; organises: boolean }) {
  const say = useSay();
  const set = useCommand('PUT', '/checks/{id}/plan');
  const { status, plan } = check;
  const mayChange = status === 'made' || (status === 'open' && (organises || !plan));
  return (
    <section className="card">
      <h2>{say(['计划', 'Plan'])}</h2>
      {mayChange ? (
        <CommandForm
          fields={[...planFields(check), ...(status === 'open' && plan ? [reasonField('调整原因')] : [])]}
          submit={['保存计划', 'Save the plan']}
          said={['已保存', 'Saved']}
          run={async (values) =>
            set.run(
              { id: check.check },
              { items: planOf(check, values), ...(values.reason ? { reason: values.reason } : {}) },
              { ifMatch: await versionOf('/checks/{id}', { id: check.check }, check.plan, ({ plan }) => plan) },
            )
          }
        />
      ) : (
        <ul>
          {planFields(check).map(({ name, label, initial }) => (
            <li key={name}>
              <b>{say(label)}</b> {(initial as string[]).join('；') || say(['未填报', 'None'])}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Progress({ check }: { check: CheckView }) {
  const say = useSay();
  const report = useCommand('POST', '/checks/{id}/progress');
  return (
    <section className="card">
      <h2>{say(['上报进度', 'Report progress'])}</h2>
      <CommandForm
        fields={progressFields(check)}
        submit={['上报', 'Report']}
        said={['已上报', 'Reported']}
        run={(values) => report.run({ id: check.check }, { items: progressOf(check, values) })}
      />
    </section>
  );
}

function Departments({ check }: { check: CheckView }) {
  const say = useSay();
  return (
    <section className="card">
      <h2>{say(['各部门评分', 'Departments'])}</h2>
      <ul className="rows">
        {check.departments.map(({ id, label }) => {
          const status = check.sheets[id]?.status ?? 'none';
          return (
            <li key={id} className="row">
              {label}
              <span className={`tag ${status === 'submitted' ? 'good' : 'wait'} end`}>{say(sheetLabel(status))}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
