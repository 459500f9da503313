// What may be done about an alliance: approved, joined, left, dissolved, its year's duty closed, a joint project opened.
import type { AllianceListed } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { formLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

const forms = ['linked', 'same-type', 'cross-type'] as const;
const reason = reasonField('理由');

/** The union's own studios, then those that other unions show: these are invited, and join once their union accepts. */
export function useStudioOptions() {
  const say = useSay();
  const studios = useItems('/studios', {});
  const directory = useItems('/studio-directory', {});
  const own = new Set((studios.data ?? []).map(({ studio }) => studio));
  return [
    ...(studios.data ?? []).map(({ studio, code, name }) => ({ value: studio, label: `${code} ${name}` })),
    ...(directory.data ?? [])
      .filter(({ studio }) => !own.has(studio))
      .map(({ studio, code, name, employer }) => ({
        value: studio,
        label: `${code} ${name}${say([`（${employer}，需其工会同意）`, ` (${employer}; its union has to accept)`])}`,
      })),
  ];
}

export function Propose() {
  const options = useStudioOptions();
  const propose = useCommand('POST', '/alliances');
  return (
    <Act
      label={['提出联盟', 'Propose an alliance']}
      fields={[
        { name: 'code', label: ['编码', 'Code'] },
        { name: 'name', label: ['全称', 'Name'] },
        { name: 'shortName', label: ['简称', 'Short name'] },
        { name: 'studios', label: ['工作室（首个牵头）', 'Studios (the first leads)'], kind: 'many', options },
      ]}
      run={(values) => propose.run({}, values as Parameters<typeof propose.run>[1])}
    />
  );
}

export function AllianceActs({ alliance, me }: { alliance: AllianceListed; me: Work['me'] }) {
  const { alliance: id, status, shortName, year } = alliance;
  const open = useCommand('POST', '/joint-projects');
  const closeDuty = useCommand('POST', '/alliances/{id}/duties/{year}/close');
  const organises = holds(me, 'organiser');
  if (status === 'dissolved') return null;
  return (
    <div className="actions">
      {organises && status === 'proposed' && <Approve id={id} name={shortName} />}
      {organises && <Members alliance={alliance} />}
      {organises && status === 'approved' && <AmendAlliance alliance={alliance} />}
      {status === 'approved' && (organises || holds(me, 'alliance-leader')) && (
        <Act
          label={['立项联合攻关', 'Open a joint project']}
          fields={[
            { name: 'topic', label: ['课题', 'Topic'] },
            { name: 'goal', label: ['目标', 'Goal'], kind: 'prose' },
            { name: 'from', label: ['自', 'From'], kind: 'date', optional: true },
          ]}
          run={({ topic, goal, from }) => open.run({}, { alliance: id, topic, goal, ...(from ? { from } : {}) })}
        />
      )}
      {organises && year && !year.closed && (
        <Act
          label={['结束年度任务', 'Close the year’s duty']}
          confirm={shortName}
          run={() => closeDuty.run({ id, year: year.year }, undefined)}
        />
      )}
    </div>
  );
}

function AmendAlliance({ alliance: { alliance: id, name, form, agreement } }: { alliance: AllianceListed }) {
  const say = useSay();
  const amend = useCommand('POST', '/alliances/{id}/amend');
  return (
    <Act
      label={['更正', 'Amend']}
      title={[`更正：${name}`, `Amend ${name}`]}
      fields={[
        { name: 'name', label: ['全称', 'Name'], initial: name },
        {
          name: 'form',
          label: ['形式', 'Form'],
          kind: 'one',
          initial: form,
          options: forms.map((value) => ({ value, label: say(formLabel(value)) })),
        },
        { name: 'agreement', label: ['协议编号', 'Agreement'], optional: true, initial: agreement },
        reason,
      ]}
      run={(values) => amend.run({ id }, values as Parameters<typeof amend.run>[1])}
    />
  );
}

function Approve({ id, name }: { id: string; name: string }) {
  const say = useSay();
  const approve = useCommand('POST', '/alliances/{id}/approve');
  return (
    <Act
      label={['批准', 'Approve']}
      primary
      confirm={name}
      fields={[
        {
          name: 'form',
          label: ['形式', 'Form'],
          kind: 'one',
          options: forms.map((value) => ({ value, label: say(formLabel(value)) })),
        },
        reason,
        { name: 'agreement', label: ['协议编号', 'Agreement'] },
        { name: 'since', label: ['自', 'Since'], kind: 'date', optional: true },
      ]}
      run={(values) => approve.run({ id }, values as Parameters<typeof approve.run>[1])}
    />
  );
}

function Members({ alliance }: { alliance: AllianceListed }) {
  const { alliance: id, shortName, members, status } = alliance;
  const options = useStudioOptions();
  const join = useCommand('POST', '/alliances/{id}/join');
  const leave = useCommand('POST', '/alliances/{id}/leave');
  const dissolve = useCommand('POST', '/alliances/{id}/dissolve');
  const present = members.filter(({ to }) => !to).map(({ studio, name }) => ({ value: studio, label: name }));
  return (
    <>
      <Act
        label={['吸收工作室', 'Add a studio']}
        fields={[
          { name: 'studio', label: ['工作室', 'Studio'], kind: 'one', options },
          { name: 'from', label: ['自', 'From'], kind: 'date', optional: true },
        ]}
        run={({ studio, from }) => join.run({ id }, { studio, ...(from ? { from } : {}) })}
      />
      {status === 'approved' && (
        <Act
          label={['工作室退出', 'A studio leaves']}
          confirm={shortName}
          fields={[
            { name: 'studio', label: ['工作室', 'Studio'], kind: 'one', options: present },
            {
              name: 'successor',
              label: ['牵头者退出时的继任', 'Successor of the leader'],
              kind: 'one',
              options: present,
              optional: true,
            },
            { name: 'to', label: ['最后一日', 'Last day'], kind: 'date', optional: true },
            reason,
          ]}
          run={(values) => leave.run({ id }, values as Parameters<typeof leave.run>[1])}
        />
      )}
      <Act
        label={['解散', 'Dissolve']}
        danger
        confirm={shortName}
        fields={[reason, { name: 'to', label: ['最后一日', 'Last day'], kind: 'date', optional: true }]}
        run={(values) => dissolve.run({ id }, values as Parameters<typeof dissolve.run>[1])}
      />
    </>
  );
}
