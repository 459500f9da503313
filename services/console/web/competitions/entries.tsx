// Entries of a competition, those of one state or all; the listed ones that wait are accepted at once.
import type { CompetitionView } from '@jiangong/client';
import { useCommand, usePages } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { entryLabel, projectLabel } from '../app/vocabulary.ts';
import { Bulk } from '../parts/bulk.tsx';
import { More } from '../parts/more.tsx';
import { Answer } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import { EntryActs } from './entry-acts.tsx';

const states = ['registered', 'accepted', 'rejected', 'withdrawn'] as const;

export function Entries({ competition, organises }: { competition: CompetitionView; organises: boolean }) {
  const say = useSay();
  const [chosen, choose] = useFilter('state');
  const acceptAll = useCommand('POST', '/entries/accept');
  const state = states.find((each) => each === chosen);
  const { more, ...entries } = usePages('/competitions/{id}/entries', {
    id: competition.competition,
    limit: 100,
    ...(state ? { state } : {}),
  });
  const items = (entries.data ?? []).flatMap((page) => page.items);
  const waiting = items.filter(({ state }) => state === 'registered');
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['报名', 'Entries'])}</h2>
        {organises && (
          <div className="actions">
            <Bulk
              offered={waiting.length > 0}
              label={[`接受列出的 ${waiting.length} 个`, `Accept the ${waiting.length} listed`]}
              nameOf={(id) => items.find(({ entry }) => entry === id)?.name}
              run={() => acceptAll.run({}, { ids: waiting.map(({ entry }) => entry) })}
            />
          </div>
        )}
      </div>
      <Tabs
        label={say(['状态', 'State'])}
        current={state ?? 'all'}
        options={[
          { value: 'all', label: say(['全部', 'All']) },
          ...states.map((value) => ({ value, label: say(entryLabel(value)) })),
        ]}
        pick={(value) => choose(value === 'all' ? undefined : value)}
      />
      <Answer of={entries}>
        {(pages) => (
          <ul className="rows">
            {pages
              .flatMap(({ items }) => items)
              .map((entry) => (
                <li key={entry.entry} className="row">
                  <span className="code">{entry.code}</span> <b>{entry.name}</b>
                  <span className="soft">
                    {competition.tracks.find(({ track }) => track === entry.track)?.label}
                    {entry.statuses.length > 0 && ` · ${say(projectLabel(entry.statuses.at(-1)!.status))}`}
                  </span>
                  <span className={`tag ${entry.state === 'accepted' ? 'good' : 'wait'}`}>
                    {say(entryLabel(entry.state))}
                  </span>
                  {organises && <EntryActs entry={entry} competition={competition} />}
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <More more={more} />
    </section>
  );
}
