// The wall: ten rows a picture in large type, one track or group after the other. What was shown last stays while nothing answers.
import type { CompetitionView, Standing } from '@jiangong/client';
import { useEffect, useState } from 'react';
import { useAnswer, useItems } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { watch } from '../app/live.ts';
import type { Work } from '../app/work.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { useFilter } from '../parts/tabs.tsx';

const ROWS = 10;
const TURN_MS = 15_000;

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
            <Ten key={`${track} ${group}`} competition={data} track={track} group={group} />
          </>
        );
      }}
    </Answer>
  );
}

function Ten({
  competition,
  track,
  group,
}: {
  competition: CompetitionView;
  track: string;
  group: string | undefined;
}) {
  const say = useSay();
  const { competition: id } = competition;
  const isLive = competition.state === 'launched';
  useEffect(() => (isLive ? watch(id, track) : undefined), [id, track, isLive]);
  const query = { competition: id, track, limit: ROWS, ...(group ? { group } : {}) };
  const standings = useAnswer('/standings/{competition}', query);
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
