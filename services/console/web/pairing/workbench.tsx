// One run: what each mode would cost, its proposals with both sides' reasons, accepted or dropped by key, and why not another.
import type { PairingAnswer } from '@jiangong/client';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { changed, useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { modeLabel, pairingLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Download } from '../parts/download.tsx';
import { Answer } from '../parts/states.tsx';
import { modes } from './pairings.tsx';
import { Proposals } from './proposals.tsx';
import { WhyNot } from './why-not.tsx';

const LOOK_MS = 2_000;

export default function Workbench({ me, params }: Work) {
  const say = useSay();
  const id = params.id!;
  const pairing = useAnswer('/pairings/{id}', { id });
  const isRunning = pairing.data?.status === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void changed(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return (
    <Answer of={pairing}>
      {(data) => (
        <>
          <p>
            <Link href="/pairings">{say(['← 全部配对', '← All pairings'])}</Link>
          </p>
          <div className="head">
            <h1>{say(modeLabel(data.mode))}</h1>
            <span className={data.status === 'completed' ? 'tag good' : 'tag wait'}>
              {say(pairingLabel(data.status))}
            </span>
            {data.progress && isRunning && (
              <progress max={data.progress.of} value={data.progress.done} aria-label={say(['进度', 'Progress'])} />
            )}
            {data.status === 'completed' && (
              <Download path={`/pairings/${id}/proposals`} what={say(['配对建议', 'proposals'])} />
            )}
            {holds(me, 'organiser') && <Moves pairing={data} />}
          </div>
          {data.failure && <p className="problem">{data.failure}</p>}
          <Modes pairing={data} />
          {data.status === 'completed' && (
            <>
              <Proposals pairing={id} decides={holds(me, 'organiser')} />
              <WhyNot pairing={id} />
            </>
          )}
        </>
      )}
    </Answer>
  );
}

function Moves({ pairing }: { pairing: PairingAnswer }) {
  const say = useSay();
  const id = pairing.pairing;
  const again = useCommand('POST', '/pairings/{id}/again');
  const repeat = useCommand('POST', '/pairings/{id}/repeat');
  const cancel = useCommand('POST', '/pairings/{id}/cancel');
  if (pairing.status === 'running')
    return (
      <div className="actions">
        <Act label={['取消', 'Cancel']} danger run={() => cancel.run({ id }, undefined)} />
      </div>
    );
  if (pairing.status !== 'completed') return null;
  return (
    <div className="actions">
      <Act
        label={['按当前取舍再配一次', 'Run again']}
        fields={[
          {
            name: 'mode',
            label: ['方式', 'Mode'],
            kind: 'one',
            initial: pairing.mode,
            options: modes.map((value) => ({ value, label: say(modeLabel(value)) })),
          },
        ]}
        run={(values) => again.run({ id }, values as Parameters<typeof again.run>[1])}
      />
      <Act label={['复算核对', 'Repeat to verify']} run={() => repeat.run({ id }, undefined)} />
    </div>
  );
}

function Modes({ pairing }: { pairing: PairingAnswer }) {
  const say = useSay();
  const { modes: costs, mode, repetition } = pairing;
  if (!costs) return null;
  return (
    <div className="scroll card">
      <table>
        <caption>{say(['三种方式的代价', 'What each mode costs'])}</caption>
        <thead>
          <tr>
            <th scope="col">{say(['方式', 'Mode'])}</th>
            <th scope="col" className="number">
              {say(['总契合度', 'Total'])}
            </th>
            <th scope="col" className="number">
              {say(['最低一方（占其最佳）', 'Worst off (of its best)'])}
            </th>
            <th scope="col" className="number">
              {say(['未配上', 'Alone'])}
            </th>
            <th scope="col" className="number">
              {say(['更愿互换的对数', 'Would rather swap'])}
            </th>
          </tr>
        </thead>
        <tbody>
          {costs.map((cost) => (
            <tr key={cost.mode} className={cost.mode === mode ? 'own' : ''}>
              <th scope="row">{say(modeLabel(cost.mode))}</th>
              <td className="number">{cost.total.toLocaleString('zh-CN')}</td>
              <td className="number">{cost.worstOff / 100}%</td>
              <td className="number">{cost.alone}</td>
              <td className="number">{cost.blocking}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {repetition?.equal !== undefined && (
        <p className={repetition.equal ? 'tag good' : 'tag bad'}>
          {repetition.equal
            ? say(['复算结果一致', 'Repeated: the same'])
            : say(['复算结果不一致', 'Repeated: not the same'])}
        </p>
      )}
    </div>
  );
}
