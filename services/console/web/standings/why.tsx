// Why: the sentence, what each criterion came to, the gap to the place above, what would be if, corrections, every step.
import type { Explanation, Json, Standing } from '@jiangong/client';
import { useAnswer } from '../app/api.ts';
import { scoreText, useLanguage, useSay } from '../app/language.ts';
import { useMe } from '../app/session.ts';
import { holds } from '../app/work.ts';
import { Dialog } from '../parts/dialog.tsx';
import { rangeText, SoFar } from '../parts/so-far.tsx';
import { Answer } from '../parts/states.tsx';
import { Corrections } from './corrections.tsx';
import type { PeriodColumn } from './periods.ts';
import { Season } from './season.tsx';
import { WhatIf } from './what-if.tsx';

export function Why({
  standing,
  items,
  columns,
  onClose,
}: {
  standing: Standing;
  items: Standing[];
  columns: PeriodColumn[];
  onClose: () => void;
}) {
  const say = useSay();
  const explanation = useAnswer('/explanations/{result}', { result: standing.result });
  const { me } = useMe();
  const shown = standing.provisional ? rangeText(standing.provisional) : scoreText(standing.score);
  return (
    <Dialog
      drawer
      title={say([`${standing.name}：为什么是 ${shown}`, `${standing.name}: why ${shown}`])}
      onClose={onClose}
    >
      <Gap standing={standing} items={items} />
      <Answer of={explanation}>
        {(data) => (
          <>
            {data.provisional && <SoFar of={data.provisional} />}
            <Sentence data={data} />
            <Criteria data={data} />
            <Season {...{ standing, columns }} />
            <p className="actions">
              <button type="button" onClick={() => print()}>
                {say(['打印', 'Print'])}
              </button>
            </p>
            <WhatIf explanation={data} />
            {data.period !== null && data.revision > 0 && (
              <Corrections explanation={data} organises={me ? holds(me, 'organiser') : false} />
            )}
            <details>
              <summary>{say(['逐步算法', 'Step by step'])}</summary>
              <Step step={data.tree} />
            </details>
            <p className="code">
              {say(['数据摘要', 'Digest'])} {data.inputDigest?.slice(0, 12) ?? '—'} →{' '}
              {data.resultDigest?.slice(0, 12) ?? '—'} ·{' '}
              {say([
                `方案第 ${data.schemeVersion} 版，成绩第 ${data.revision} 版`,
                `scheme version ${data.schemeVersion}, revision ${data.revision}`,
              ])}
            </p>
          </>
        )}
      </Answer>
    </Dialog>
  );
}

/** The distance to the place above, in the same group. */
function Gap({ standing, items }: { standing: Standing; items: Standing[] }) {
  const say = useSay();
  const { place, score, group } = standing;
  if (place === null || score === null) return null;
  const above = items
    .filter((other) => other.group === group && other.place !== null && other.place < place && other.score !== null)
    .sort((a, b) => b.place! - a.place!)[0];
  return (
    <p>
      <b>{say([`第 ${place} 名`, `Place ${place}`])}</b>
      {above &&
        say([
          `，距第 ${above.place} 名${above.name}差 ${scoreText(above.score! - score)} 分`,
          `, ${scoreText(above.score! - score)} below ${above.name} (place ${above.place})`,
        ])}
    </p>
  );
}

function Sentence({ data }: { data: Explanation }) {
  const zh = useLanguage() === 'zh';
  return (
    <details open>
      <summary>{zh ? '一句话说明' : 'In words'}</summary>
      {(zh ? data.text.zh : data.text.en).split('\n').map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text keep their order
        <p key={at}>{line}</p>
      ))}
    </details>
  );
}

function Criteria({ data }: { data: Explanation }) {
  const say = useSay();
  return (
    <div className="scroll">
      <table>
        <caption className="unseen">{say(['各项得分', 'Points by criterion'])}</caption>
        <thead>
          <tr>
            <th scope="col">{say(['指标', 'Criterion'])}</th>
            <th scope="col" className="number">
              {say(['得分', 'Points'])}
            </th>
            <th scope="col" className="number">
              {say(['满分', 'Of'])}
            </th>
            <th scope="col">{say(['依据', 'Evidence'])}</th>
          </tr>
        </thead>
        <tbody>
          {data.criteria.map((line) => (
            <tr key={line.criterion}>
              <th scope="row" className={line.within ? 'within' : ''}>
                {line.label}
                {line.adjustment && <span className="soft">{say(['（加减分）', ' (adjustment)'])}</span>}
              </th>
              <td className="number">{line.points === undefined ? '—' : scoreText(line.points)}</td>
              <td className="number">{line.most ?? ''}</td>
              <td>{line.mark?.evidence?.join('；') ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One step of the explanation with those below it. */
function Step({ step }: { step: { [key: string]: Json } }) {
  const zh = useLanguage() === 'zh';
  const { label, value, max, of, id } = step;
  const name =
    typeof label === 'string'
      ? label
      : label && typeof label === 'object' && !Array.isArray(label)
        ? String((zh ? label.zh : label.en) ?? id)
        : String(id);
  const below = Array.isArray(of) ? (of as { [key: string]: Json }[]) : [];
  const line = (
    <>
      {name} <b>{value === null || value === undefined ? '—' : String(value)}</b>
      {max !== null && max !== undefined && <span className="soft"> / {String(max)}</span>}
    </>
  );
  if (below.length === 0) return <p className="step">{line}</p>;
  return (
    <details className="step" open>
      <summary>{line}</summary>
      {below.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their order
        <Step key={at} step={each} />
      ))}
    </details>
  );
}
