// What may be done about an honour that was granted: its names corrected, itself or its whole decision revoked.
import type { Grant } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

export function GrantActs({ grant, me }: { grant: Grant; me: Work['me'] }) {
  const correct = useCommand('POST', '/grants/{id}/correct');
  const revoke = useCommand('POST', '/grants/{id}/revoke');
  const revokeAll = useCommand('POST', '/decisions/{id}/revoke');
  const id = grant.grant;
  const reason = reasonField('原因');
  if (grant.status === 'revoked') return null;
  return (
    <div className="actions">
      {holds(me, 'organiser', 'committee') && (
        <Act
          label={['更正', 'Correct']}
          fields={[
            { name: 'recipientName', label: ['对象名称', 'Recipient'], initial: grant.recipient.name },
            { name: 'honourName', label: ['荣誉全称', 'Honour'], initial: grant.honour.name },
            reason,
          ]}
          run={({ recipientName, honourName, reason: why }) =>
            correct.run(
              { id },
              {
                ...(recipientName === grant.recipient.name ? {} : { recipientName }),
                ...(honourName === grant.honour.name ? {} : { honourName }),
                reason: why,
              },
            )
          }
        />
      )}
      {holds(me, 'committee') && (
        <>
          <Act
            label={['撤销', 'Revoke']}
            confirm={grant.recipient.name}
            fields={[reason]}
            run={(values) => revoke.run({ id }, { reason: values.reason })}
          />
          <Act
            label={['撤销整个决定', 'Revoke the decision']}
            confirm={grant.documentNumber}
            fields={[reason, { name: 'returnBy', label: ['交回期限', 'Return by'], kind: 'date' }]}
            run={(values) =>
              revokeAll.run({ id: grant.decision }, { reason: values.reason, returnBy: values.returnBy })
            }
          />
        </>
      )}
    </div>
  );
}
