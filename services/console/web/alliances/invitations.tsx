// Invitations between unions: those received wait for this union's word, those sent say what became of them.
import type { InvitationAnswer } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { dayOf, useSay } from '../app/language.ts';
import { invitationLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

export function Invitations() {
  const say = useSay();
  const received = useItems('/invitations', { direction: 'received' });
  const sent = useItems('/invitations', { direction: 'sent' });
  if (!received.data?.length && !sent.data?.length) return null;
  return (
    <section className="card">
      <h2>{say(['结盟邀请', 'Invitations'])}</h2>
      <List title={say(['收到的', 'Received'])} invitations={received.data ?? []} answers />
      <List title={say(['发出的', 'Sent'])} invitations={sent.data ?? []} />
    </section>
  );
}

function List({
  title,
  invitations,
  answers = false,
}: {
  title: string;
  invitations: InvitationAnswer[];
  answers?: boolean;
}) {
  const say = useSay();
  if (invitations.length === 0) return null;
  const open = (each: InvitationAnswer) => (each.status === 'open' ? 0 : 1);
  return (
    <>
      <h3>{title}</h3>
      <ul className="rows">
        {[...invitations]
          .sort((a, b) => open(a) - open(b) || (a.lapsesAt < b.lapsesAt ? 1 : -1))
          .map((each) => (
            <li key={each.invitation} className="row">
              <b>{each.name}</b>
              <span>
                {each.studioCode} {each.studioName}
              </span>
              <span className={each.status === 'accepted' ? 'tag good' : 'tag wait'}>
                {say(invitationLabel(each.status))}
              </span>
              {each.status === 'open' && (
                <span className="soft">
                  {say(['答复期至 ', 'answer by '])}
                  {dayOf(each.lapsesAt)}
                </span>
              )}
              {each.reason && <span className="soft">{each.reason}</span>}
              {answers && each.status === 'open' && <Answers invitation={each} />}
            </li>
          ))}
      </ul>
    </>
  );
}

function Answers({ invitation: { invitation: id, name, studioName } }: { invitation: InvitationAnswer }) {
  const accept = useCommand('POST', '/invitations/{id}/accept');
  const decline = useCommand('POST', '/invitations/{id}/decline');
  return (
    <div className="actions end">
      <Act
        label={['同意加入', 'Accept']}
        title={[`${studioName}加入${name}`, `${studioName} joins ${name}`]}
        primary
        confirm={studioName}
        run={() => accept.run({ id }, undefined)}
      />
      <Act
        label={['谢绝', 'Decline']}
        title={[`谢绝：${name}`, `Decline ${name}`]}
        fields={[reasonField('谢绝的理由')]}
        run={({ reason }) => decline.run({ id }, { reason })}
      />
    </div>
  );
}
