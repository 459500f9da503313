// Appeals of one's own check: filed within the days that its publication sets, against one item or a veto.
import type { CheckView } from '@jiangong/client';
import { Link } from 'wouter';
import { client, useAnswer, useCommand, useItems } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { appealLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';

export function OwnAppeals({ check, me }: { check: CheckView; me: Work['me'] }) {
  const say = useSay();
  const publication = useAnswer('/publications/{id}', { id: check.round });
  const appeals = useItems('/appeals', { check: check.check });
  const days = publication.data?.appeals;
  const mayFile = check.sealed && days && days.lastDay >= today() && me.actor.units.includes(check.entrant.unit);
  if (!mayFile && !appeals.data?.length) return null;
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['申诉', 'Appeals'])}</h2>
        {days && (
          <span className="soft">{say([`申诉期至 ${days.lastDay}`, `may be filed until ${days.lastDay}`])}</span>
        )}
        <div className="actions">{mayFile && <FileAppeal check={check} />}</div>
      </div>
      <ul className="rows">
        {(appeals.data ?? []).map(({ appeal, itemLabel, status }) => (
          <li key={appeal}>
            <Link href={`/appeals/${check.check}/${appeal}`}>
              <b>{itemLabel}</b>
              <span className={`tag ${status === 'open' ? 'wait' : 'good'} end`}>{say(appealLabel(status))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileAppeal({ check }: { check: CheckView }) {
  const say = useSay();
  const file = useCommand('POST', '/checks/{id}/appeals');
  const group = check.entrant.group ?? '';
  const vetoes = check.sealed!.vetoes.map(({ id }) => ({
    value: `veto/${id}`,
    label: say([
      `否决：${check.vetoRules.find((rule) => rule.id === id)?.label ?? id}`,
      `Veto: ${check.vetoRules.find((rule) => rule.id === id)?.label ?? id}`,
    ]),
  }));
  const items = check.criteria
    .filter(({ only }) => !only || only.includes(group))
    .map(({ id, label }) => ({ value: `criterion/${id}`, label }));
  return (
    <Act
      label={['提出申诉', 'Appeal']}
      primary
      fields={[
        { name: 'item', label: ['申诉事项', 'Item'], kind: 'one', options: [...vetoes, ...items] },
        { name: 'reason', label: ['申诉理由', 'Reason'], kind: 'prose' },
        {
          name: 'evidence',
          label: ['依据（每行一条）', 'Evidence (one a line)'],
          kind: 'lines',
          optional: true,
          hint: ['依据和附件至少有一样', 'Evidence or a file, at least one'],
        },
        {
          name: 'files',
          label: ['附件（PDF、照片）', 'Files (PDF, photos)'],
          kind: 'files',
          optional: true,
          hint: ['可用手机拍照', 'A phone may take a photo'],
        },
      ]}
      run={async ({ item, reason, evidence, files }) => {
        const uploaded = await Promise.all((files as File[]).map((each) => client.uploadFile('/files/check', each)));
        const [about, code] = String(item).split('/') as ['criterion' | 'veto', string];
        const proof = uploaded.length > 0 ? { files: uploaded.map(({ id }) => id) } : {};
        await file.run({ id: check.check }, { about, item: code, reason, evidence, ...proof });
      }}
    />
  );
}
