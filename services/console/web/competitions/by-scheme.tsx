// A new competition by a scheme: what everybody will have to fill in, names and registration, tracks with periods on the calendar.
import type { AnnounceCompetitionInput } from '@jiangong/client';
import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useAttempt, useCommand } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { BurdenOf } from '../parts/burden-of.tsx';
import { Problem } from '../parts/problem.tsx';
import type { PublishedScheme } from '../parts/use-schemes.ts';
import { type Dated, proposed } from './calendar.ts';
import { Periods } from './periods.tsx';

interface Chosen {
  track: string;
  taken: boolean;
  label: string;
  periods: Dated[];
}
function tracksIn({ tracks }: PublishedScheme, year: number): Chosen[] {
  return tracks.map(({ id, label, stages }) => ({
    ...{ track: id, taken: true, label },
    periods: proposed(
      [...new Map(stages.flatMap(({ periods }) => periods).map((each) => [each.id, each])).values()],
      year,
    ),
  }));
}

export function ByScheme({ scheme, back }: { scheme: PublishedScheme; back: () => void }) {
  const say = useSay();
  const [, go] = useLocation();
  const announce = useCommand('POST', '/competitions');
  const { busy, problem, attempt } = useAttempt();
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [tracks, setTracks] = useState(() => tracksIn(scheme, thisYear));
  const set = (track: string, part: Partial<Chosen>) =>
    setTracks(tracks.map((each) => (each.track === track ? { ...each, ...part } : each)));
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const body: AnnounceCompetitionInput = {
      ...{ name: text('name'), theme: text('theme'), slogan: text('slogan'), year },
      ...(text('approval') ? { approval: text('approval') } : {}),
      registration: { from: text('from'), to: text('to') },
      tracks: tracks
        .filter(({ taken }) => taken)
        .map(({ track, label, periods }) => ({
          ...{ track, label, scheme: scheme.scheme, schemeVersion: scheme.version },
          ...(periods.length > 0 ? { periods } : {}),
        })),
    };
    await attempt(async () => {
      const { id } = await announce.run({}, body);
      go(`/competitions/${id}`);
    });
  }
  return (
    <form className="command" onSubmit={onSubmit}>
      <section className="card">
        <div className="head">
          <h2>{say([`一、方案：${scheme.title}`, `1. Scheme: ${scheme.title}`])}</h2>
          <button type="button" className="plain" onClick={back}>
            {say(['另选方案', 'Choose another'])}
          </button>
        </div>
        <h3>{say(['每个人要填多少', 'What everybody will have to fill in'])}</h3>
        <BurdenOf body={scheme.body} />
      </section>
      <section className="card">
        <h2>{say(['二、基本信息', '2. Names and registration'])}</h2>
        <Line name="name" label={say(['竞赛名称', 'Name'])} initial={`${year}年${scheme.title}`} />
        <p className="field">
          <label htmlFor="competition-year">{say(['年度', 'Year'])}</label>
          <input
            id="competition-year"
            required
            inputMode="numeric"
            pattern="[0-9]{4}"
            defaultValue={year}
            onChange={({ target }) => {
              if (!/^\d{4}$/.test(target.value)) return;
              setYear(Number(target.value));
              setTracks(tracksIn(scheme, Number(target.value)));
            }}
          />
        </p>
        <Line name="theme" label={say(['主题', 'Theme'])} />
        <Line name="slogan" label={say(['口号', 'Slogan'])} />
        <Line name="from" type="date" label={say(['报名开始', 'Registration from'])} />
        <Line name="to" type="date" label={say(['报名截止', 'Registration until'])} />
        <Line name="approval" optional label={say(['批准文号', 'Approval document'])} />
      </section>
      <section className="card">
        <h2>{say(['三、赛道与周期', '3. Tracks and periods'])}</h2>
        {tracks.map(({ track, taken, label, periods }) => (
          <div key={track}>
            <label className="choice">
              <input type="checkbox" checked={taken} onChange={({ target }) => set(track, { taken: target.checked })} />
              {label}
            </label>
            {taken && periods.length > 0 && (
              <Periods {...{ label, year, periods }} change={(next) => set(track, { periods: next })} />
            )}
          </div>
        ))}
      </section>
      <Problem problem={problem} />
      <p className="actions">
        <button type="submit" className="primary" disabled={busy || !tracks.some(({ taken }) => taken)}>
          {say(['公布竞赛', 'Announce'])}
        </button>
        <span className="soft">
          {say(['公布后导入报名单位，再启动。', 'Afterwards import the entries, then launch.'])}
        </span>
      </p>
    </form>
  );
}

function Line({
  name,
  label,
  type = 'text',
  initial,
  optional = false,
}: {
  name: string;
  label: string;
  type?: 'text' | 'date';
  initial?: string;
  optional?: boolean;
}) {
  const say = useSay();
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{say(['（可不填）', ' (optional)'])}</span>}
      </label>
      <input id={id} {...{ name, type }} required={!optional} defaultValue={initial} />
    </p>
  );
}
