// The standings of a closed stage with its honours, why each result is what it is, and what was corrected.
import type { ContestStageView, ContestStanding, ContestStandingsView, MeView } from '@jiangong/client';
import { useState } from 'react';
import { useAnswer, useCommand, usePages } from '../app/api.ts';
import { scoreText, useLanguage, useSay } from '../app/language.ts';
import { absenceLabel } from '../app/vocabulary.ts';
import { holds } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Download } from '../parts/download.tsx';
import { reasonField } from '../parts/form.tsx';
import { Answer, Empty } from '../parts/states.tsx';

export function Standings({ stage, me }: { stage: ContestStageView; me: MeView }) {
  const say = useSay();
  const id = stage.stage;
  const standings = useAnswer('/contest-stages/{id}/standings', { id });
  const [why, setWhy] = useState<ContestStanding>();
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['排名', 'Standings'])}</h2>
        <div className="actions">
          <Download path={`/contest-stages/${id}/standings`} what={say(['排名', 'standings'])} />
        </div>
      </div>
      <Answer of={standings}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty say={['成绩还没有公布。', 'Not published yet.']} />
          ) : (
            <>
              <Honours standings={data} decides={holds(me, 'committee')} />
              <div className="scroll">
                <table className="standings">
                  <thead>
                    <tr>
                      <th scope="col" className="number">
                        {say(['名次', 'Place'])}
                      </th>
                      <th scope="col">{say(['参赛者', 'Contestant'])}</th>
                      <th scope="col" className="number">
                        {say(['得分', 'Score'])}
                      </th>
                      <th scope="col">{say(['说明', 'Notes'])}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.items.map((item) => (
                      <tr key={item.contestant}>
                        <td className="number">
                          {item.joint && <span className="soft">{say(['并列', 'joint '])}</span>}
                          {item.place ?? '—'}
                        </td>
                        <th scope="row" className="unit">
                          <button type="button" className="plain" onClick={() => setWhy(item)}>
                            {item.name ?? item.code ?? '—'}
                          </button>
                        </th>
                        <td className="number">{scoreText(item.score)}</td>
                        <td>
                          {[item.groupLabel, item.bandLabel, item.absence && say(absenceLabel(item.absence))]
                            .filter(Boolean)
                            .join('，')}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {(data.revision ?? 1) > 1 && <Revisions stage={id} />}
            </>
          )
        }
      </Answer>
      {why && (
        <Dialog drawer title={why.name ?? why.code ?? '—'} onClose={() => setWhy(undefined)}>
          <Why stage={id} contestant={why.contestant} />
        </Dialog>
      )}
    </section>
  );
}

function Honours({ standings, decides }: { standings: ContestStandingsView; decides: boolean }) {
  const say = useSay();
  const decide = useCommand('POST', '/contest-stages/{id}/decide-tie');
  const namesOf = (list: { name?: string | undefined; code?: string | undefined }[]) =>
    list.map(({ name, code }) => name ?? code ?? '—').join('、');
  return standings.honours
    .filter(({ granted, referred }) => granted.length + referred.length > 0)
    .map(({ honour, label, group, admits, granted, referred }) => (
      <p key={`${honour} ${group}`} className="actions">
        <b>{label}</b> {namesOf(granted)}
        {referred.length > 0 && (
          <span className="tag wait">
            {admits ? say(['并列待裁定：', 'Tied: ']) : say(['并列，在评选名单中裁定：', 'Tied, for the award list: '])}
            {namesOf(referred)}
          </span>
        )}
        {admits && decides && referred.length > 0 && (
          <Act
            label={['裁定入围并列', 'Decide the tie']}
            primary
            fields={[
              {
                name: 'granted',
                label: ['入围者', 'Through'],
                kind: 'many',
                options: referred.map(({ contestant, name, code }) => ({
                  value: contestant,
                  label: name ?? code ?? '—',
                })),
              },
              reasonField('裁定理由'),
            ]}
            run={({ granted, reason }) => decide.run({ id: standings.stage }, { honour, group, granted, reason })}
          />
        )}
      </p>
    ));
}

function Why({ stage, contestant }: { stage: string; contestant: string }) {
  const zh = useLanguage() === 'zh';
  const explanation = useAnswer('/contest-stages/{id}/explanations/{contestant}', { id: stage, contestant });
  return <Answer of={explanation}>{({ text }) => <p className="prose">{zh ? text.zh : text.en}</p>}</Answer>;
}

function Revisions({ stage }: { stage: string }) {
  const say = useSay();
  const { more: _, ...revisions } = usePages('/contest-stages/{id}/revisions', { id: stage, limit: 50 });
  return (
    <details>
      <summary>{say(['历次更正', 'Corrections'])}</summary>
      <Answer of={revisions}>
        {(pages) => (
          <ul className="rows">
            {pages
              .flatMap(({ items }) => items)
              .map(({ revision, causes, moves }) => (
                <li key={revision} className="row">
                  <b>{say([`第 ${revision} 版`, `Revision ${revision}`])}</b>{' '}
                  {causes.flatMap(({ reason }) => reason ?? []).join('；')}
                  <span className="soft">
                    {moves
                      .map(({ name, code, before, after }) => {
                        return `${name ?? code ?? '—'} ${before.place ?? '—'} → ${after.place ?? '—'}`;
                      })
                      .join('；')}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </details>
  );
}
