// Today's sheets of a checker's departments: what is left first.
import type { RoundSummary } from '@jiangong/client';
import { Link } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { compareNames, useSay } from '../app/language.ts';
import { sheetLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Bulk } from '../parts/bulk.tsx';
import { Answer, Empty } from '../parts/states.tsx';

export default function Sheets({ me }: Work) {
  const say = useSay();
  const rounds = useItems('/rounds', { status: 'open' });
  return (
    <>
      <h1>{say(['评分', 'Score'])}</h1>
      <Answer of={rounds}>
        {(open) =>
          open.length === 0 ? (
            <Empty
              say={[
                '现在没有进行中的检查。检查开启后，这里会列出您部门的评分表。',
                'No round is open. Your sheets appear here once one is.',
              ]}
            />
          ) : (
            open.map((round) => <OfRound key={round.round} round={round} departments={me.actor.departments} />)
          )
        }
      </Answer>
    </>
  );
}

const order = (status: string) => ['returned', 'none', 'draft', 'submitted'].indexOf(status);
const tone = (status: string) => (status === 'submitted' ? 'tag good' : status === 'returned' ? 'tag bad' : 'tag wait');

function OfRound({ round, departments }: { round: RoundSummary; departments: string[] }) {
  const say = useSay();
  const checks = useItems('/checks', { round: round.round });
  const submit = useCommand('POST', '/checks/submit');
  const verify = useCommand('POST', '/checks/verify');
  const nameOf = (id: string) => checks.data?.find(({ check }) => check === id)?.entrant.name;
  return (
    <section className="card">
      <div className="head">
        <h2>{round.competitionName}</h2>
        <span className="soft">
          {round.trackLabel} · {round.period.label} · {say(['截止', 'until'])} {round.period.to}
        </span>
      </div>
      <Answer of={checks}>
        {(items) => {
          const rows = items
            .filter(({ status }) => status !== 'withdrawn')
            .flatMap((check) =>
              departments.map((department) => ({
                check,
                department,
                status: check.sheets.find((each) => each.department === department)?.status ?? 'none',
              })),
            )
            .sort(
              (a, b) => order(a.status) - order(b.status) || compareNames(a.check.entrant.code, b.check.entrant.code),
            );
          const left = rows.filter(({ status }) => status !== 'submitted').length;
          return (
            <>
              <div className="actions">
                {departments.map((department) => {
                  const drafts = rows.filter((row) => row.department === department && row.status === 'draft');
                  return (
                    <Bulk
                      key={department}
                      offered={drafts.length > 0}
                      label={[`提交 ${drafts.length} 份草稿`, `Submit ${drafts.length} drafts`]}
                      nameOf={nameOf}
                      run={() => submit.run({}, { ids: drafts.map(({ check }) => check.check), department })}
                    />
                  );
                })}
                {items.length > 0 && (
                  <Bulk
                    label={['按上报全部核验合格', 'Verify all as reported']}
                    confirm={round.period.label}
                    nameOf={nameOf}
                    run={() => verify.run({}, { ids: items.map(({ check }) => check) })}
                  />
                )}
              </div>
              <p className="soft">
                {say([`还有 ${left} 份未提交，共 ${rows.length} 份`, `${left} of ${rows.length} left`])}
              </p>
              <ul className="rows">
                {rows.map(({ check, department, status }) => (
                  <li key={check.check + department}>
                    <Link href={`/sheets/${check.check}/${department}`}>
                      <span className="code">{check.entrant.code}</span> <span>{check.entrant.name}</span>
                      <span className={`${tone(status)} end`}>{say(sheetLabel(status))}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Answer>
    </section>
  );
}
