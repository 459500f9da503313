// Innovation studios: found by name, registered or imported, recognised, suspended, their leader changed.
import type { StudioAnswer } from '@jiangong/client';
import { useCommand, usePages } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { levelLabel, studioLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Bulk } from '../parts/bulk.tsx';
import { Download } from '../parts/download.tsx';
import { type FieldOf, reasonField } from '../parts/form.tsx';
import { ImportFile } from '../parts/import-file.tsx';
import { More } from '../parts/more.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { useFilter } from '../parts/tabs.tsx';
import { Listing } from './listing.tsx';

const levels = ['national', 'provincial', 'district', 'enterprise'] as const;
const fieldsOf = (say: (label: Label) => string, known: Partial<StudioAnswer> = {}): FieldOf[] => [
  { name: 'name', label: ['名称', 'Name'], initial: known.name },
  { name: 'employer', label: ['用人单位', 'Employer'], initial: known.employer },
  { name: 'district', label: ['地区', 'District'], initial: known.district },
  {
    name: 'level',
    label: ['级别', 'Level'],
    kind: 'one',
    initial: known.level,
    options: levels.map((value) => ({ value, label: say(levelLabel(value)) })),
  },
  { name: 'trade', label: ['专业', 'Trade'], initial: known.trade },
  { name: 'chain', label: ['产业链', 'Chain'], optional: true, initial: known.chain },
  { name: 'stage', label: ['产业链环节', 'Stage in the chain'], kind: 'number', optional: true, initial: known.stage },
  {
    name: 'offers',
    label: ['能提供（每行一项）', 'Offers (one a line)'],
    kind: 'lines',
    optional: true,
    initial: known.offers,
  },
  {
    name: 'seeks',
    label: ['想寻求（每行一项）', 'Seeks (one a line)'],
    kind: 'lines',
    optional: true,
    initial: known.seeks,
  },
  { name: 'capacity', label: ['可参加联盟数', 'Places'], kind: 'number', initial: known.capacity ?? 1 },
];

export default function Studios({ me }: Work) {
  const say = useSay();
  const [q = '', setQ] = useFilter('q');
  const organises = holds(me, 'organiser');
  const { more, ...studios } = usePages('/studios', { limit: 50, ...(q ? { q } : {}) });
  const register = useCommand('POST', '/studios');
  const recogniseAll = useCommand('POST', '/studios/recognise');
  const waiting = (studios.data ?? []).flatMap(({ items }) => items).filter(({ status }) => status === 'registered');
  return (
    <section className="card">
      <div className="head">
        <h1>{say(['创新工作室', 'Innovation studios'])}</h1>
        <Download path="/studios" what={say(['工作室', 'studios'])} />
        {organises && (
          <div className="actions">
            <ImportFile path="/studios/import" label={['导入工作室', 'Import studios']} />
            <Bulk
              offered={waiting.length > 0}
              label={[`认定列出的 ${waiting.length} 个`, `Recognise the ${waiting.length} listed`]}
              nameOf={(id) => waiting.find(({ studio }) => studio === id)?.name}
              run={() => recogniseAll.run({}, { ids: waiting.map(({ studio }) => studio) })}
            />
            <Act
              label={['登记工作室', 'Register a studio']}
              fields={[
                { name: 'code', label: ['编码', 'Code'] },
                { name: 'leader', label: ['领办人', 'Leader'] },
                ...fieldsOf(say),
              ]}
              run={(values) => register.run({}, values as Parameters<typeof register.run>[1])}
            />
          </div>
        )}
      </div>
      <p className="field">
        <label htmlFor="studio-search">{say(['查找', 'Search'])}</label>
        <input id="studio-search" value={q} onChange={({ target }) => setQ(target.value || undefined)} />
      </p>
      <Answer of={studios}>
        {(pages) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty say={['没有找到。', 'None found.']} />;
          return (
            <ul className="rows">
              {items.map((studio) => (
                <li key={studio.studio} className="row">
                  <span className="code">{studio.code}</span> <b>{studio.name}</b>
                  <span className="soft">
                    {studio.employer} · {say(levelLabel(studio.level))} · {studio.trade}
                  </span>
                  <span className={`tag ${studio.status === 'recognised' ? 'good' : 'wait'}`}>
                    {say(studioLabel(studio.status))}
                  </span>
                  {studio.toConfirm && <span className="tag bad">{say(['待复核', 'To be confirmed'])}</span>}
                  {studio.shows && <span className="tag wait">{say(['已公开', 'Listed'])}</span>}
                  {organises && <Acts studio={studio} />}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <More more={more} />
    </section>
  );
}

function Acts({ studio }: { studio: StudioAnswer }) {
  const say = useSay();
  const { studio: id, name, status } = studio;
  const amend = useCommand('POST', '/studios/{id}/amend');
  const change = useCommand('POST', '/studios/{id}/change-leader');
  const recognise = useCommand('POST', '/studios/{id}/recognise');
  const suspend = useCommand('POST', '/studios/{id}/suspend');
  const confirm = useCommand('POST', '/studios/{id}/confirm');
  const reason = reasonField('原因');
  const titled = (zh: string, en: string): Label => [`${zh}：${name}`, `${en}: ${name}`];
  return (
    <div className="actions end">
      <Act
        label={['修改', 'Amend']}
        title={titled('修改', 'Amend')}
        fields={fieldsOf(say, studio)}
        run={(values) => amend.run({ id }, values as Parameters<typeof amend.run>[1])}
      />
      <Act
        label={['更换领办人', 'Change leader']}
        title={titled('更换领办人', 'Change leader')}
        fields={[
          { name: 'leader', label: ['领办人', 'Leader'] },
          { name: 'name', label: ['工作室新名称', 'New name'], optional: true },
          reason,
        ]}
        run={(values) => change.run({ id }, values as Parameters<typeof change.run>[1])}
      />
      {(status === 'recognised' || studio.shows) && <Listing studio={studio} />}
      {status !== 'recognised' ? (
        <Act
          label={['认定', 'Recognise']}
          title={titled('认定', 'Recognise')}
          confirm={name}
          run={() => recognise.run({ id }, undefined)}
        />
      ) : (
        <>
          <Act
            label={['复核', 'Confirm']}
            title={titled('复核', 'Confirm')}
            fields={[reasonField('复核的理由')]}
            run={(values) => confirm.run({ id }, { reason: values.reason })}
          />
          <Act
            label={['暂停', 'Suspend']}
            title={titled('暂停', 'Suspend')}
            confirm={name}
            fields={[reason]}
            run={(values) => suspend.run({ id }, { reason: values.reason })}
          />
        </>
      )}
    </div>
  );
}
