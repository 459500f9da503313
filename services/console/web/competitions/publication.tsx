// Publication of a track: its rounds and its year, step by step, and what entrants see of each meanwhile.
import type { CompetitionView } from '@jiangong/client';
import { useState } from 'react';
import { useAnswer, useItems } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { resultLabel, roundLabel } from '../app/vocabulary.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Publish } from '../parts/publish.tsx';
import { Answer, Empty } from '../parts/states.tsx';

interface Line {
  id: string;
  label: string;
  period?: string;
}

export function Publication({ competition, organises }: { competition: CompetitionView; organises: boolean }) {
  const say = useSay();
  const [seen, setSeen] = useState<Line & { track: string }>();
  const { competition: id, tracks } = competition;
  const rounds = useItems('/rounds', { competition: id });
  const evaluations = useItems('/evaluations', { competition: id });
  return (
    <section className="card">
      <h2>{say(['公布成绩', 'Publication'])}</h2>
      <p className="soft">
        {say([
          '先向参赛单位公布：各单位看到本单位成绩和全部名次；再全面公布。年度成绩在各轮次之后公布。',
          'First to entrants, each with its own result and all places, then to all; a year after its rounds.',
        ])}
      </p>
      {tracks.map(({ track, label }) => {
        const year = evaluations.data?.find((each) => each.track === track);
        return (
          <div key={track}>
            <h3>{label}</h3>
            <ul className="rows">
              {(rounds.data ?? [])
                .filter((round) => round.track === track)
                .sort((a, b) => (a.period.from < b.period.from ? -1 : 1))
                .map(({ round, period, status }) => (
                  <li key={round} className="row">
                    <b>{period.label}</b>
                    {status === 'closed' ? (
                      <Publish id={round} organises={organises} />
                    ) : (
                      <span className="soft">{say(roundLabel(status))}</span>
                    )}
                    <See
                      label={`${label} ${period.label}`}
                      see={() => setSeen({ id: round, label: period.label, period: period.id, track })}
                    />
                  </li>
                ))}
              <li className="row">
                <b>{say(['全年', 'Year'])}</b>
                {year ? (
                  <Publish id={year.evaluation} organises={organises} />
                ) : (
                  <span className="soft">{say(['年终考评未完成', 'The year is not evaluated yet'])}</span>
                )}
                <See
                  label={`${label} ${say(['全年', 'year'])}`}
                  see={() => setSeen({ id: track, label: say(['全年', 'Year']), track })}
                />
              </li>
            </ul>
          </div>
        );
      })}
      {seen && (
        <Dialog
          drawer
          title={say([`${seen.label}：参赛单位看到的`, `${seen.label} as entrants see it`])}
          onClose={() => setSeen(undefined)}
        >
          <Seen competition={id} {...seen} />
        </Dialog>
      )}
    </section>
  );
}

function See({ label, see }: { label: string; see: () => void }) {
  const say = useSay();
  return (
    <button
      type="button"
      className="plain end"
      aria-label={say([`${label}：看参赛单位看到的`, `${label}: as entrants see it`])}
      onClick={see}
    >
      {say(['看参赛单位看到的', 'As entrants see it'])}
    </button>
  );
}

/** The standings with the eyes of one of their units, as the interface answers that unit. */
function Seen({ competition, track, period }: { competition: string; track: string; period?: string }) {
  const say = useSay();
  const query = { competition, track, ...(period ? { period } : {}) };
  // Of every track: a branch sees its projects' results as its own.
  const entries = useItems('/competitions/{id}/entries', { id: competition, state: 'accepted' });
  const [chosen, choose] = useState<string>();
  const as = chosen ?? entries.data?.find((each) => each.track === track)?.unit;
  const own = new Set(
    (entries.data ?? []).filter((each) => [each.unit, each.parent].includes(as)).map(({ entry }) => entry),
  );
  const standings = useAnswer('/standings/{competition}', as ? { ...query, as } : undefined);
  return (
    <>
      <p className="field">
        <label htmlFor="seen-by">{say(['以哪个单位的身份看', 'As which unit'])}</label>
        <select id="seen-by" value={as ?? ''} onChange={({ target }) => choose(target.value)}>
          {(entries.data ?? []).map(({ entry, unit, name }) => (
            <option key={entry} value={unit}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <Answer of={standings}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty say={['该单位现在看不到任何成绩和名次。', 'This unit sees no result and no place now.']} />
          ) : (
            <table className="standings">
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {say(['名次', 'Place'])}
                  </th>
                  <th scope="col">{say(['单位', 'Unit'])}</th>
                  <th scope="col" className="number">
                    {say(['得分', 'Score'])}
                  </th>
                  <th scope="col">{say(['说明', 'Notes'])}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ entry, name, place, joint, score, status }) => (
                  <tr key={entry} className={own.has(entry) ? 'own' : ''}>
                    <td className="number">
                      {joint && <span className="soft">{say(['并列', 'joint '])}</span>}
                      {place ?? '—'}
                    </td>
                    <th scope="row" className="unit">
                      {name}
                    </th>
                    <td className="number">{scoreText(score)}</td>
                    <td className="notes">{status !== 'scored' && say(resultLabel(status))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </>
  );
}
