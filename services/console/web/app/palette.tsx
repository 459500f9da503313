// The palette: pages, tasks, units, competitions and studios by a few letters, from the keyboard alone.
import type { MeView } from '@jiangong/client';
import { useQueries } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../parts/dialog.tsx';
import { client, useItems } from './api.ts';
import { type Label, useSay } from './language.ts';
import { placesOf } from './places.ts';
import { holds } from './work.ts';

interface Entry {
  to: string;
  name: string;
  kind: Label;
}
const MOST = 12;

function useEntries(me: MeView): Entry[] {
  const say = useSay();
  const rounds = useItems('/rounds', { status: 'open' });
  const competitions = useItems('/competitions', {});
  const studios = useItems('/studios', holds(me, 'organiser', 'alliance-leader') ? {} : undefined);
  const launched = (competitions.data ?? []).filter(({ state }) => state === 'launched');
  const standings = useQueries({
    queries: launched.map(({ competition }) => ({
      queryKey: ['palette', '/standings/{competition}', competition],
      async queryFn() {
        const { tracks } = await client.get('/competitions/{id}', { id: competition });
        return Promise.all(tracks.map(({ track }) => client.get('/standings/{competition}', { competition, track })));
      },
    })),
  });
  const works = holds(me, 'organiser', 'committee', 'auditor');
  return [
    ...placesOf(me).map(({ path, label }) => ({ to: path, name: say(label!), kind: ['页面', 'Page'] as const })),
    ...(rounds.data ?? []).map(({ round, trackLabel, period }) => ({
      to: works ? `/rounds/${round}` : holds(me, 'checker') ? '/sheets' : '/own',
      name: `${trackLabel} ${period.label}`,
      kind: ['任务', 'Task'] as const,
    })),
    ...(competitions.data ?? []).map(({ competition, name }) => ({
      to: works ? `/competitions/${competition}` : `/standings?competition=${competition}`,
      name,
      kind: ['竞赛', 'Competition'] as const,
    })),
    ...standings.flatMap(({ data = [] }) =>
      data.flatMap(({ competition, track, items }) =>
        items.map(({ unit, code, name }) => ({
          to: `/standings?${new URLSearchParams({ competition, track, why: unit })}`,
          name: `${code} ${name}`,
          kind: ['单位', 'Unit'] as const,
        })),
      ),
    ),
    ...(studios.data ?? []).map(({ code, name }) => ({
      to: `/studios?${new URLSearchParams({ q: name })}`,
      name: `${code} ${name}`,
      kind: ['工作室', 'Studio'] as const,
    })),
  ];
}

export default function Palette({ me, onClose }: { me: MeView; onClose: () => void }) {
  const say = useSay();
  const id = useId();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = useEntries(me)
    .filter(({ name, kind }) => words.every((word) => `${name} ${say(kind)}`.toLowerCase().includes(word)))
    .slice(0, MOST);
  const current = Math.min(at, found.length - 1);
  function open(entry: Entry | undefined) {
    if (!entry) return;
    onClose();
    go(entry.to);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') setAt((current + 1) % found.length);
    else if (event.key === 'ArrowUp') setAt((current - 1 + found.length) % found.length);
    else if (event.key === 'Enter') open(found[current]);
    else return;
    event.preventDefault();
  }
  const option = (index: number) => `${id}-${index}`;
  return (
    <Dialog title={say(['查找', 'Find'])} onClose={onClose}>
      <p className="field">
        <label htmlFor={`${id}-input`}>
          {say(['页面、任务、单位、竞赛、工作室', 'Pages, tasks, units, competitions, studios'])}
        </label>
        <input
          id={`${id}-input`}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? option(current) : undefined}
          autoComplete="off"
          autoFocus
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </p>
      <div id={`${id}-list`} role="listbox" className="found" aria-label={say(['结果', 'Results'])}>
        {found.map((entry, index) => (
          <button
            key={entry.to + entry.name}
            id={option(index)}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => open(entry)}
          >
            {entry.name} <span className="soft">{say(entry.kind)}</span>
          </button>
        ))}
      </div>
      {found.length === 0 && <p role="status">{say(['没有找到', 'Nothing found'])}</p>}
    </Dialog>
  );
}
