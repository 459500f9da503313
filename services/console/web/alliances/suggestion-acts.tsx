// What may be done about a suggestion: taken up by a studio, tried, adopted as an output, declined; who made it is erased.
import type { AllianceListed, StudioAnswer, SuggestionAnswer } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { type Label, useLanguage } from '../app/language.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';
import { appliedField, kindField, usePublishedRules } from '../parts/output-fields.ts';

export function SuggestionActs({ suggestion, me }: { suggestion: SuggestionAnswer; me: Work['me'] }) {
  const { suggestion: id, title, status, studio } = suggestion;
  const erase = useCommand('POST', '/suggestions/{id}/erase-proposer');
  const isOpen = status === 'taken-up' || status === 'tried';
  const organises = holds(me, 'organiser');
  const isTheirs = organises || (studio !== undefined && me.actor.units.includes(studio));
  return (
    <div className="actions end">
      {status === 'proposed' && holds(me, 'organiser', 'alliance-leader') && <TakeUp id={id} title={title} me={me} />}
      {isOpen && isTheirs && <Dealing suggestion={suggestion} />}
      {(status === 'proposed' ? organises : isOpen && isTheirs) && <Decline id={id} title={title} />}
      {organises && (
        <Act
          label={['删除建议人信息', 'Erase the proposer']}
          title={[`删除建议人信息：${title}`, `Erase who proposed ${title}`]}
          confirm={title}
          run={() => erase.run({ id }, undefined)}
        />
      )}
    </div>
  );
}

function TakeUp({ id, title, me }: { id: string; title: string; me: Work['me'] }) {
  const takeUp = useCommand('POST', '/suggestions/{id}/take-up');
  const studios = useItems('/studios', { status: 'recognised' });
  const mine = ({ studio }: StudioAnswer) => holds(me, 'organiser') || me.actor.units.includes(studio);
  const options = (studios.data ?? []).filter(mine).map(({ studio, name }) => ({ value: studio, label: name }));
  if (options.length === 0) return null;
  return (
    <Act
      label={['接办', 'Take up']}
      title={[`接办：${title}`, `Take up ${title}`]}
      primary
      fields={[{ name: 'studio', label: ['工作室', 'Studio'], kind: 'one', options }]}
      run={({ studio }) => takeUp.run({ id }, { studio })}
    />
  );
}

function Dealing({ suggestion: { suggestion: id, title, studio } }: { suggestion: SuggestionAnswer }) {
  const zh = useLanguage() === 'zh';
  const rules = usePublishedRules();
  const attempt = useCommand('POST', '/suggestions/{id}/try');
  const adopt = useCommand('POST', '/suggestions/{id}/adopt');
  const alliances = useItems('/alliances', {});
  const has = ({ status, members }: AllianceListed) =>
    status === 'approved' && members.some((member) => member.studio === studio && !member.to);
  const options = (alliances.data ?? []).filter(has).map(({ alliance, name }) => ({ value: alliance, label: name }));
  const titled = (zh: string, en: string): Label => [`${zh}：${title}`, `${en} ${title}`];
  return (
    <>
      <Act
        label={['登记试用', 'Record a trial']}
        title={titled('登记试用', 'Record a trial of')}
        fields={[{ name: 'note', label: ['试用情况', 'How it is tried'], kind: 'prose' }]}
        run={({ note }) => attempt.run({ id }, { note })}
      />
      {options.length > 0 && (
        <Act
          label={['采纳', 'Adopt']}
          title={titled('采纳', 'Adopt')}
          primary
          fields={[
            { name: 'alliance', label: ['联盟', 'Alliance'], kind: 'one', options },
            kindField(rules),
            appliedField(zh),
            {
              name: 'contributors',
              label: ['其他完成人工号（每行一个）', 'Other contributors by staff number (one a line)'],
              kind: 'lines',
              optional: true,
            },
            reasonField('采纳的理由（建议人可见）', 'Why (its proposer reads it)'),
          ]}
          run={(values) => adopt.run({ id }, values as Parameters<typeof adopt.run>[1])}
        />
      )}
    </>
  );
}

function Decline({ id, title }: { id: string; title: string }) {
  const decline = useCommand('POST', '/suggestions/{id}/decline');
  return (
    <Act
      label={['不采纳', 'Decline']}
      title={[`不采纳：${title}`, `Decline ${title}`]}
      fields={[reasonField('不采纳的理由（建议人可见）', 'Why (its proposer reads it)')]}
      run={({ reason }) => decline.run({ id }, { reason })}
    />
  );
}
