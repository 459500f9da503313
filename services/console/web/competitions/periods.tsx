// The periods of a track: two dates each, drawn on the calendar of the year.
import { useId } from 'react';
import { useSay } from '../app/language.ts';
import { type Dated, span } from './calendar.ts';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const percent = (share: number) => `${share * 100}%`;

export function Periods({
  label,
  year,
  periods,
  change,
}: {
  label: string;
  year: number;
  periods: readonly Dated[];
  change: (periods: Dated[]) => void;
}) {
  const say = useSay();
  const set = (id: string, part: Partial<Dated>) =>
    change(periods.map((each) => (each.id === id ? { ...each, ...part } : each)));
  return (
    <fieldset className="periods">
      <legend>{say([`${label}的周期`, `Periods of ${label}`])}</legend>
      <Strip {...{ label, year, periods }} />
      {periods.map((period) => (
        <p key={period.id} className="field">
          <b>{period.label}</b>
          <Day
            label={say([`${period.label}自`, `${period.label} from`])}
            value={period.from}
            give={(from) => set(period.id, { from })}
          />
          –
          <Day
            label={say([`${period.label}至`, `${period.label} to`])}
            value={period.to}
            give={(to) => set(period.id, { to })}
          />
        </p>
      ))}
    </fieldset>
  );
}

function Day({ label, value, give }: { label: string; value: string; give: (value: string) => void }) {
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {label}
      </label>
      <input id={id} type="date" required value={value} onChange={({ target }) => give(target.value)} />
    </>
  );
}

function Strip({ label, year, periods }: { label: string; year: number; periods: readonly Dated[] }) {
  const text = periods.map((each) => `${each.label} ${each.from || '—'} – ${each.to || '—'}`).join('；');
  return (
    <figure className="chart">
      <svg role="img" aria-label={`${label} ${year}：${text}`}>
        {MONTHS.map((month) => (
          <text key={month} x={percent((month - 1) / 12)} y={14} className="soft">
            {month}
          </text>
        ))}
        {periods.map((period, at) => {
          const found = span(period, year);
          return (
            found && (
              <rect
                key={period.id}
                className={`bar bar-${at % 2}`}
                x={percent(found.from)}
                y={22}
                width={percent(found.to - found.from)}
                height={16}
              />
            )
          );
        })}
      </svg>
    </figure>
  );
}
