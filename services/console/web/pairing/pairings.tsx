// Runs that pair studios: a new one in one of three modes, those before with what came of them.
import type { PairingAnswer } from '@jiangong/client';
import { Link, useLocation } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { modeLabel, pairingLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Answer, Empty } from '../parts/states.tsx';

export const modes = ['stable', 'balanced', 'best'] as const;

export default function Pairings({ me }: Work) {
  const say = useSay();
  const [, go] = useLocation();
  const pairings = useItems('/pairings', {});
  const run = useCommand('POST', '/pairings');
  return (
    <>
      <div className="head">
        <h1>{say(['工作室配对', 'Pairing of studios'])}</h1>
        {holds(me, 'organiser') && (
          <div className="actions">
            <Act
              label={['开始配对', 'Run a pairing']}
              primary
              fields={[
                {
                  name: 'mode',
                  label: ['方式', 'Mode'],
                  kind: 'one',
                  options: modes.map((value) => ({ value, label: say(modeLabel(value)) })),
                },
              ]}
              run={async (values) => {
                const { id } = await run.run({}, values as Parameters<typeof run.run>[1]);
                go(`/pairings/${id}`);
              }}
            />
          </div>
        )}
      </div>
      <Answer of={pairings}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={[
                '还没有配对过。点“开始配对”，系统给出建议与理由。',
                'None yet. Run one: it proposes pairs with reasons.',
              ]}
            />
          ) : (
            <ul className="rows card">
              {[...items]
                .sort((a, b) => ((a.requestedAt ?? '') < (b.requestedAt ?? '') ? 1 : -1))
                .map((pairing) => (
                  <Line key={pairing.pairing} pairing={pairing} />
                ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function Line({ pairing }: { pairing: PairingAnswer }) {
  const say = useSay();
  const { pairing: id, mode, studios, count, status, requestedAt } = pairing;
  return (
    <li>
      <Link href={`/pairings/${id}`}>
        <b>{say(modeLabel(mode))}</b>
        <span className="soft">
          {requestedAt?.slice(0, 10)} · {say([`${studios} 个工作室`, `${studios} studios`])}
          {count !== undefined && say([` · ${count} 对`, ` · ${count} pairs`])}
        </span>
        <span className={`tag ${status === 'completed' ? 'good' : 'wait'} end`}>{say(pairingLabel(status))}</span>
      </Link>
    </li>
  );
}
