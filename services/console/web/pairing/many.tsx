// Many proposals at once: accepted from a score on or dropped, taken back, and founded as alliances.
import { useCommand, useItems } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { formLabel } from '../app/vocabulary.ts';
import { Bulk } from '../parts/bulk.tsx';
import { reasonField } from '../parts/form.tsx';

const forms = ['suggested', 'linked', 'same-type', 'cross-type'] as const;

export function Many({ pairing: id }: { pairing: string }) {
  const say = useSay();
  const proposals = useItems('/pairings/{id}/proposals', { id });
  const accept = useCommand('POST', '/pairings/{id}/proposals/accept');
  const drop = useCommand('POST', '/pairings/{id}/proposals/drop');
  const found = useCommand('POST', '/pairings/{id}/found');
  const items = proposals.data ?? [];
  const open = items.filter(({ decision }) => decision === 'open');
  const ready = items.filter(({ decision, alliance }) => decision === 'accepted' && !alliance);
  const nameOf = (number: string) => items.find((each) => String(each.number) === number)?.names.join(' ＋ ');
  return (
    <div className="actions">
      <Bulk
        offered={open.length > 0}
        label={['按得分批量接受', 'Accept from a score on']}
        fields={[{ name: 'fromWeight', label: ['最低得分', 'Lowest score'], kind: 'number' }]}
        nameOf={nameOf}
        run={({ fromWeight }) => accept.run({ id }, { fromWeight })}
      />
      <Bulk
        offered={open.length > 0}
        label={[`放弃其余 ${open.length} 对`, `Drop the other ${open.length}`]}
        confirm={say(['放弃', 'Drop'])}
        nameOf={nameOf}
        run={() => drop.run({ id }, { numbers: open.map(({ number }) => number) })}
      />
      <Bulk
        offered={ready.length > 0}
        label={[`成立 ${ready.length} 个联盟`, `Found ${ready.length} alliances`]}
        fields={[
          {
            name: 'code',
            label: ['编号规则（# 处为序号）', 'Pattern of codes (# is the number)'],
            initial: `LM${today().slice(0, 4)}-#`,
          },
          {
            name: 'form',
            label: ['形式', 'Form'],
            kind: 'one',
            options: forms.map((value) => ({
              value,
              label: value === 'suggested' ? say(['按配对建议', 'As suggested']) : say(formLabel(value)),
            })),
          },
          { name: 'since', label: ['自', 'Since'], kind: 'date', optional: true },
          { name: 'agreement', label: ['协议编号', 'Agreement'], optional: true },
          reasonField('理由'),
        ]}
        nameOf={nameOf}
        run={(values) => found.run({ id }, values as Parameters<typeof found.run>[1])}
      />
    </div>
  );
}
