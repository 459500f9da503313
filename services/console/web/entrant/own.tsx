// The own units: their checks, what is due, and registration for a competition.
import type { CheckSummary } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { checkLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Answer, Empty } from '../parts/states.tsx';

export default function Own({ me }: Work) {
  const say = useSay();
  const { units } = me.actor;
  return (
    <>
      <h1>{say(['本单位', 'Own unit'])}</h1>
      {units.length === 0 && (
        <Empty
          say={['您的账号还没有绑定单位，请联系管理员。', 'No unit is bound to your account; ask an administrator.']}
        />
      )}
      {units.map((unit) => (
        <OfUnit key={unit} unit={unit} />
      ))}
    </>
  );
}

const ORDER = ['open', 'made', 'sealed'];
function OfUnit({ unit }: { unit: string }) {
  const say = useSay();
  const known = useAnswer('/units/{id}', { id: unit });
  const checks = useItems('/checks', { unit });
  return (
    <section className="card">
      <div className="head">
        <h2>{known.data?.name ?? '…'}</h2>
        <span className="code">{known.data?.code}</span>
        <div className="actions">
          <Register unit={unit} />
        </div>
      </div>
      <Answer of={checks}>
        {(items) => {
          const shown = items
            .filter(({ status }) => status !== 'withdrawn')
            .sort(
              (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.period.from < b.period.from ? 1 : -1),
            );
          if (shown.length === 0)
            return <p className="quiet">{say(['还没有检查。报名被接受且竞赛启动后出现。', 'No checks yet.'])}</p>;
          return (
            <ul className="rows">
              {shown.map((check) => (
                <CheckLine key={check.check} check={check} />
              ))}
            </ul>
          );
        }}
      </Answer>
    </section>
  );
}

function CheckLine({ check }: { check: CheckSummary }) {
  const say = useSay();
  return (
    <li>
      <Link href={`/own/${check.check}`}>
        <b>{check.period.label}</b>
        <span className="soft">
          {check.period.from} – {check.period.to}
        </span>
        {check.score !== null && <span>{scoreText(check.score)}</span>}
        <span className={`tag ${check.status === 'open' ? 'good' : 'wait'} end`}>{say(checkLabel(check.status))}</span>
      </Link>
    </li>
  );
}

function Register({ unit }: { unit: string }) {
  const competitions = useItems('/competitions', { state: 'announced' });
  const register = useCommand('POST', '/competitions/{id}/entries');
  const open = competitions.data ?? [];
  if (open.length === 0) return null;
  return (
    <Act
      label={['报名参赛', 'Register']}
      primary
      fields={[
        {
          name: 'competition',
          label: ['竞赛', 'Competition'],
          kind: 'one',
          options: open.map(({ competition, name }) => ({ value: competition, label: name })),
        },
        { name: 'track', label: ['赛道编码', 'Track code'] },
        { name: 'group', label: ['组别编码', 'Group code'], optional: true },
      ]}
      run={({ competition, track, group }) =>
        register.run({ id: competition }, { unit, track, ...(group ? { group } : {}) })
      }
    />
  );
}
