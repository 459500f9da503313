// Competitions: announced from last year's or from a scheme, then led through the year.
import type { AnnounceCompetitionInput, CompetitionView } from '@jiangong/client';
import { Link, useLocation } from 'wouter';
import { client, useCommand, useItems } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { competitionLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import type { Values } from '../parts/form.tsx';
import { Answer, Empty } from '../parts/states.tsx';

const moved = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
/** Last year's tracks with their schemes, groups and periods, in another year. */
const copied = ({ tracks, year: from }: CompetitionView, year: number): AnnounceCompetitionInput['tracks'] =>
  tracks.map(({ track, label, scheme, groups, periods }) => ({
    ...{ track, label, scheme, groups },
    periods: periods.map((each) => ({
      ...each,
      from: moved(each.from, year - from),
      to: moved(each.to, year - from),
    })),
  }));

export default function Competitions({ me }: Work) {
  const say = useSay();
  const competitions = useItems('/competitions', {});
  return (
    <>
      <div className="head">
        <h1>{say(['竞赛', 'Competitions'])}</h1>
        {holds(me, 'organiser') && (
          <div className="actions">
            <Announce />
          </div>
        )}
      </div>
      <Answer of={competitions}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={['还没有竞赛。发布考核方案后，点“公布竞赛”。', 'None yet. Publish a scheme, then announce one.']}
            />
          ) : (
            <ul className="rows card">
              {[...items]
                .sort((a, b) => b.year - a.year)
                .map((each) => (
                  <li key={each.competition}>
                    <Link href={`/competitions/${each.competition}`}>
                      <span className="soft">{each.year}</span> <b>{each.name}</b>
                      <span className={`tag ${each.state === 'launched' ? 'good' : 'wait'} end`}>
                        {say(competitionLabel(each.state))}
                      </span>
                    </Link>
                  </li>
                ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function Announce() {
  const say = useSay();
  const [, go] = useLocation();
  const before = useItems('/competitions', {});
  const schemes = useItems('/schemes', {});
  const announce = useCommand('POST', '/competitions');
  const year = Number(today().slice(0, 4));
  async function tracksOf({
    like,
    scheme,
    track,
    label,
    ...values
  }: Values): Promise<AnnounceCompetitionInput['tracks']> {
    if (like) return copied(await client.get('/competitions/{id}', { id: like }), values.year);
    return [{ track: track ?? 'main', label: label ?? say(['全部单位', 'All units']), scheme }];
  }
  return (
    <Act
      label={['公布竞赛', 'Announce a competition']}
      primary
      fields={[
        { name: 'name', label: ['竞赛名称', 'Name'] },
        { name: 'year', label: ['年度', 'Year'], kind: 'number', initial: year },
        { name: 'theme', label: ['主题', 'Theme'] },
        { name: 'slogan', label: ['口号', 'Slogan'] },
        { name: 'from', label: ['报名开始', 'Registration from'], kind: 'date' },
        { name: 'to', label: ['报名截止', 'Registration until'], kind: 'date' },
        {
          name: 'like',
          label: ['沿用往届的赛道、方案与周期', 'Tracks, schemes and periods of an earlier one'],
          kind: 'one',
          optional: true,
          options: (before.data ?? []).map(({ competition, name }) => ({ value: competition, label: name })),
        },
        {
          name: 'scheme',
          label: ['或者选一个方案（单赛道）', 'Or one scheme (one track)'],
          kind: 'one',
          optional: true,
          options: (schemes.data ?? [])
            .filter(({ published }) => published > 0)
            .map(({ scheme, published }, at) => ({
              value: scheme,
              label: say([`方案 ${at + 1}（第 ${published} 版）`, `Scheme ${at + 1} (version ${published})`]),
            })),
        },
        { name: 'track', label: ['赛道编码', 'Track code'], optional: true },
        { name: 'label', label: ['赛道名称', 'Track name'], optional: true },
      ]}
      run={async (values) => {
        const { name, theme, slogan, from, to } = values;
        const tracks = await tracksOf(values);
        const { id } = await announce.run(
          {},
          { name, year: values.year, theme, slogan, registration: { from, to }, tracks },
        );
        go(`/competitions/${id}`);
      }}
    />
  );
}
