// Who of a list fails which rule, and why; the committee may override it, with its reason.
import type { AwardListView } from '@jiangong/client';
import { useAnswer, useCommand } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

export function Eligibility({ list, me }: { list: AwardListView; me: Work['me'] }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const id = list.list;
  const tried = useAnswer('/award-lists/{id}/eligibility', { id });
  const override = useCommand('POST', '/award-lists/{id}/override');
  const failing = (tried.data?.items ?? []).filter(({ failures }) => failures.length > 0);
  if (failing.length === 0) return null;
  return (
    <section className="card">
      <h2>{say(['资格', 'Eligibility'])}</h2>
      <ul className="rows">
        {failing.map(({ recipient, name, failures }) => (
          <li key={recipient} className="row">
            <b>{name}</b>
            <span className="soft">{failures.map(({ why }) => (zh ? why.zh : why.en)).join('；')}</span>
            {failures.every(({ overridden }) => overridden) ? (
              <span className="tag good">
                {say(['已豁免：', 'Overridden: '])}
                {failures[0]!.overridden!.reason}
              </span>
            ) : (
              holds(me, 'committee') &&
              list.decisions.length === 0 && (
                <div className="actions end">
                  <Act
                    label={['豁免', 'Override']}
                    title={[`豁免：${name}`, `Override for ${name}`]}
                    confirm={name}
                    fields={[reasonField('豁免理由')]}
                    run={({ reason }) => override.run({ id }, { recipient, reason })}
                  />
                </div>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
