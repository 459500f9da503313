// The wall: ten rows a picture in large type, one track or group after the other. What was shown last stays while nothing answers.
import type { Standing } from '@jiangong/client';
import { useEffect, useState } from 'react';
import { useAnswer, useItems } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { useWatch } from '../app/live.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { useFilter } from '../parts/tabs.tsx';

const ROWS = 10;
const TURN_MS = 15_000;
/** As many tracks are watched at once as a browser has connections to spare; others are read again at their turn. */
const WATCHED = 4;

export default function Wall(_: Work) {
  const competitions = useItems('/competitions', {});
  const [chosen] = useFilter('competition');
  return (
    <div className="wall">
      <Answer of={competitions}>
        {(items) => {
          const running = items.filter(({ state }) => state === 'launched' || state === 'closed');
          const newest = running.sort((a, b) => b.year - a.year || b.state.localeCompare(a.state))[0];
          const id = chosen ?? newest?.competition;
          if (!id) return <Empty say={['还没有启动的竞赛。', 'No competition has been launched.']} />;
          return <Rotation id={id} />;
        }}
      </Answer>
    </div>
  );
}

function Rotation({ id }: { id: string }) {
  const competition = useAnswer('/competitions/{id}', { id });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), TURN_MS);
    return () => clearInterval(timer);
  }, []);
  const isLive = competition.data?.state === 'launched';
  const watched = isLive ? competition.data!.tracks.slice(0, WATCHED).map(({ track }) => ({ track })) : [];
  useWatch(id, watched);
  return (
    <Answer of={competition}>
      {(data) => {
        const shown: { track: string; group?: string; title: string }[] = data.tracks.flatMap(
          ({ track, label, groups }) =>
            groups.length > 0
              ? groups.map((group) => ({ track, group: group.id, title: `${label} · ${group.label}` }))
              : [{ track, title: label }],
        );
        const { track, group, title } = shown[turn % shown.length]!;
        return (
          <>
            <header className="head">
              <h1>{data.name}</h1>
              <p>{title}</p>
            </header>
            <Ten id={id} track={track} group={group} isLive={watched.some((each) => each.track === track)} />
          </>
        );
      }}
    </Answer>
  );
}

function Ten({ id, track, group, isLive }: { id: string; track: string; group: string | undefined; isLive: boolean }) {
  const say = useSay();
  const query = { competition: id, track, limit: ROWS, ...(group ? { group } : {}) };
  const standings = useAnswer('/standings/{competition}', query, { isLive });
  return (
    <Answer of={standings}>
      {({ items, state }) => (
        <>
          <ol>
            {items.slice(0, ROWS).map((item) => (
              <Row key={item.entry} item={item} />
            ))}
          </ol>
          <p className="soft">{state === 'final' ? say(['已确定', 'Final']) : say(['暂定排名', 'Provisional'])}</p>
        </>
      )}
    </Answer>
  );
}

function Row({ item }: { item: Standing }) {
  return (
    <li>
      <b className="place">{item.place ?? '—'}</b>
      <span className="name">{item.name}</span>
      <span className="number">{scoreText(item.score)}</span>
    </li>
  );
}
