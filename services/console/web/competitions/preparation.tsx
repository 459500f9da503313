// Before a competition is launched: the units of the one that it repeats, and what everybody will have to fill in.
import { type CompetitionView, isRefused } from '@jiangong/client';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Bulk, type Reached } from '../parts/bulk.tsx';
import { BurdenOf } from '../parts/burden-of.tsx';
import { Answer } from '../parts/states.tsx';

export function Preparation({ competition }: { competition: CompetitionView }) {
  const say = useSay();
  const schemes = new Map(competition.tracks.map((each) => [each.scheme, each.schemeVersion]));
  return (
    <section className="card">
      <h2>{say(['启动之前', 'Before the launch'])}</h2>
      <Proposed competition={competition} />
      <h3>{say(['每个人要填多少', 'What everybody will have to fill in'])}</h3>
      {[...schemes].map(([scheme, version]) => (
        <Asks key={scheme} {...{ scheme, version }} tracks={competition.tracks.map(({ track }) => track)} />
      ))}
    </section>
  );
}

function Asks({ scheme: id, version, tracks }: { scheme: string; version: number; tracks: string[] }) {
  const published = useAnswer('/schemes/{id}/versions/{version}', { id, version: String(version) });
  return <Answer of={published}>{({ body }) => <BurdenOf body={body} tracks={tracks} />}</Answer>;
}

/** Who took part in the competition that this one repeats and has not entered yet. */
function Proposed({ competition: { competition: id } }: { competition: CompetitionView }) {
  const say = useSay();
  const proposals = useItems('/competitions/{id}/proposals', { id });
  const register = useCommand('POST', '/competitions/{id}/entries');
  const units = proposals.data ?? [];
  async function enterAll(): Promise<Reached> {
    const faults: Reached['faults'][number][] = [];
    for (const { unit, track, group } of units)
      try {
        await register.run({ id }, { unit, track, ...(group ? { group } : {}) });
      } catch (error) {
        if (!isRefused(error)) throw error;
        faults.push({ id: unit, zh: error.problem.detail, en: error.problem.detailEn });
      }
    return { accepted: units.length - faults.length, faults };
  }
  return (
    <div className="actions">
      {units.length > 0 && (
        <span>
          {say([
            `往届的 ${units.length} 个单位还没有报名：`,
            `${units.length} units of the earlier one have not entered: `,
          ])}
          <span className="soft">{units.map(({ shortName }) => shortName).join('、')}</span>
        </span>
      )}
      <Bulk
        offered={units.length > 0}
        label={['登记往届全部单位', 'Enter them all']}
        nameOf={(unit) => units.find((each) => each.unit === unit)?.name}
        run={enterAll}
      />
    </div>
  );
}
