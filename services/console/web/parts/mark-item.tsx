// One criterion on the sheet: big buttons for what happens on a site, and a reason where it does not apply.
import type { CheckCriterion, Mark } from '@jiangong/client';
import { useId, useState } from 'react';
import { scoreText, useSay } from '../app/language.ts';
import { counted, type Measure, pointsOf, type Rate, timesOf } from './marks.ts';
import { NumberInput } from './number-input.tsx';

interface ItemProps {
  criterion: CheckCriterion;
  measure: Measure | undefined;
  mark: Mark | undefined;
  locked: boolean;
  change: (mark: Mark | null) => void;
}

export function Item({ criterion, measure, mark, locked, change }: ItemProps) {
  const say = useSay();
  const id = useId();
  const [showNa, setShowNa] = useState(false);
  const points = mark && pointsOf(criterion, mark, measure);
  const isNa = mark !== undefined && 'na' in mark;
  return (
    <fieldset className={mark ? 'item done' : 'item'} disabled={locked} aria-describedby={`${id}-total`}>
      <legend>
        <b>{criterion.label}</b>
        {measure?.clause && <span className="soft"> {measure.clause}</span>}
        {!criterion.due && <span className="soft">{say(['（可不填）', ' (optional)'])}</span>}
      </legend>
      <p id={`${id}-total`} className="item-total">
        {points === undefined ? (isNa ? say(['不适用', 'n/a']) : '') : scoreText(points)}
        {criterion.points !== undefined && <span className="soft"> / {criterion.points}</span>}
      </p>
      {!isNa && criterion.kind === 'events' && <Events {...{ criterion, measure, mark, locked, change }} />}
      {!isNa && criterion.kind === 'level' && <Levels {...{ criterion, measure, mark, locked, change }} />}
      {!isNa && criterion.kind === 'value' && <Value {...{ criterion, measure, mark, locked, change }} />}
      {!isNa && criterion.kind === 'ratio' && <Ratio {...{ criterion, measure, mark, locked, change }} />}
      {mark && !isNa && <Evidence mark={mark} change={change} />}
      {showNa || isNa ? (
        <p className="field">
          <label htmlFor={`${id}-na`}>{say(['不适用的原因', 'Why it does not apply'])}</label>
          <input
            id={`${id}-na`}
            className="inline"
            maxLength={2000}
            value={isNa ? mark.na : ''}
            onChange={({ target }) => change(target.value === '' ? null : { na: target.value })}
          />
        </p>
      ) : (
        <button type="button" className="plain" onClick={() => setShowNa(true)}>
          {say(['不适用……', 'Does not apply …'])}
        </button>
      )}
    </fieldset>
  );
}

const ratesOf = ({ codes = [] }: CheckCriterion, measure: Measure | undefined): Rate[] =>
  codes.map((code) => measure?.rates.find((rate) => rate.code === code) ?? { code, label: code, points: 0 });
const signed = (points: number) => (points > 0 ? `+${points}` : String(points).replace('-', '−'));

function Events({ criterion, measure, mark, change }: ItemProps) {
  const say = useSay();
  const none = mark && 'events' in mark && mark.events.length === 0;
  return (
    <ul className="rates">
      {ratesOf(criterion, measure).map(({ code, label, points, clause }) => {
        const times = timesOf(mark, code);
        return (
          <li key={code}>
            <button type="button" className="rate" onClick={() => change(counted(mark, code, 1))}>
              <span>{label}</span> <b>{signed(points)}</b> {clause && <span className="soft">{clause}</span>}
              {times > 0 && <span className="times">× {times}</span>}
            </button>
            <button
              type="button"
              className="undo"
              disabled={times === 0}
              aria-label={`${say(['−1，减一次', '−1, one fewer'])}: ${label}`}
              onClick={() => change(counted(mark, code, -1))}
            >
              −1
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" className="rate" aria-pressed={none === true} onClick={() => change({ events: [] })}>
          {measure?.start === 'full' ? say(['无扣分事项', 'Nothing to deduct']) : say(['没有此类事项', 'None'])}
        </button>
      </li>
    </ul>
  );
}

function Levels({ criterion, measure, mark, change }: ItemProps) {
  return (
    <ul className="rates">
      {ratesOf(criterion, measure).map(({ code, label, points }) => (
        <li key={code}>
          <button
            type="button"
            className="rate"
            aria-pressed={mark !== undefined && 'level' in mark && mark.level === code}
            onClick={() => change({ level: code })}
          >
            <span>{label}</span> <b>{points}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Value({ criterion, mark, change }: ItemProps) {
  const say = useSay();
  const value = mark && 'value' in mark ? mark.value : undefined;
  const { most } = criterion;
  return (
    <NumberInput
      label={most === undefined ? say(['数值', 'Value']) : say([`得分（0 至 ${most}）`, `Points (0 to ${most})`])}
      {...{ value, most }}
      give={(given) => change(given === undefined ? null : { value: given })}
    />
  );
}

function Ratio({ mark, change }: ItemProps) {
  const say = useSay();
  const known = mark && 'plan' in mark ? mark : undefined;
  const [parts, setParts] = useState<{ plan?: number | undefined; done?: number | undefined }>({
    plan: known?.plan,
    done: known?.done,
  });
  function give(next: typeof parts) {
    setParts(next);
    if (next.plan !== undefined && next.done !== undefined) change({ plan: next.plan, done: next.done });
  }
  return (
    <>
      <NumberInput label={say(['计划', 'Planned'])} value={parts.plan} give={(plan) => give({ ...parts, plan })} />
      <NumberInput label={say(['完成', 'Done'])} value={parts.done} give={(done) => give({ ...parts, done })} />
    </>
  );
}

function Evidence({ mark, change }: { mark: Mark; change: (mark: Mark) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <details open={(mark.evidence?.length ?? 0) > 0}>
      <summary>{say(['依据', 'Evidence'])}</summary>
      <label className="unseen" htmlFor={id}>
        {say(['依据：文件号或说明，每行一条', 'Evidence: a file number or a note, one a line'])}
      </label>
      <textarea
        id={id}
        className="inline"
        rows={2}
        defaultValue={mark.evidence?.join('\n') ?? ''}
        placeholder={say(['文件号或说明，每行一条', 'File number or note, one a line'])}
        onChange={({ target }) => {
          const evidence = target.value.split('\n').filter((line) => line.trim() !== '');
          const { evidence: _, ...rest } = mark;
          change((evidence.length > 0 ? { ...rest, evidence } : rest) as Mark);
        }}
      />
    </details>
  );
}
