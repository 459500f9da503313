// Suggestions of workers: links with their QR codes, what came in by them, and what a studio makes of each.
import type { SuggestionAnswer } from '@jiangong/client';
import { useState } from 'react';
import { useAnswer, useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { suggestionLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Download } from '../parts/download.tsx';
import { reasonField } from '../parts/form.tsx';
import { SuggestionActs } from './suggestion-acts.tsx';

export function Suggestions({ me }: { me: Work['me'] }) {
  const say = useSay();
  const suggestions = useItems('/suggestions', {});
  const open = (each: SuggestionAnswer) => (each.status === 'adopted' || each.status === 'declined' ? 1 : 0);
  const sorted = [...(suggestions.data ?? [])].sort((a, b) => open(a) - open(b) || (a.on < b.on ? 1 : -1));
  const organises = holds(me, 'organiser');
  if (!organises && sorted.length === 0) return null;
  return (
    <section className="card">
      <div className="head">
        <h2>{say(['合理化建议', 'Suggestions'])}</h2>
        <Download path="/suggestions" what={say(['合理化建议', 'suggestions'])} />
        {organises && <MakeLink />}
      </div>
      {organises && <Links />}
      <ul className="rows">
        {sorted.map((each) => (
          <li key={each.suggestion} className="row">
            <b>{each.title}</b>
            <span className="soft">
              {each.on} · {each.label}
            </span>
            <span className={each.status === 'adopted' ? 'tag good' : 'tag wait'}>
              {say(suggestionLabel(each.status))}
            </span>
            {each.studioName && <span>{each.studioName}</span>}
            {each.reason && <span className="soft">{each.reason}</span>}
            <Whole suggestion={each} />
            <SuggestionActs suggestion={each} me={me} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What it says in full; who made it is read only by those who deal with it. */
function Whole({ suggestion: { suggestion: id, title, text, note } }: { suggestion: SuggestionAnswer }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const { data } = useAnswer('/suggestions/{id}', shown ? { id } : undefined);
  return (
    <details className="soft" onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
      <summary>{say([`查看全文：${title}`, `Read ${title}`])}</summary>
      <p>{text}</p>
      {note && <p>{say([`试用情况：${note}`, `Tried: ${note}`])}</p>}
      {data?.name && (
        <p>
          {say(['建议人：', 'Proposer: '])}
          {[data.name, data.contact].filter(Boolean).join(' · ')}
        </p>
      )}
    </details>
  );
}

/** The address stands in the answer alone: it is shown once, with its code to be printed. */
function MakeLink() {
  const say = useSay();
  const make = useCommand('POST', '/suggestion-links');
  const [made, setMade] = useState<{ label: string; address?: string | undefined; code?: string | undefined }>();
  return (
    <div className="actions">
      <Act
        label={['生成建议链接', 'Make a link']}
        title={['生成合理化建议链接与二维码', 'Make a link for suggestions']}
        fields={[
          { name: 'label', label: ['名称（张贴在哪里）', 'Name (where it hangs)'] },
          { name: 'days', label: ['有效天数', 'Good for (days)'], kind: 'number', optional: true, initial: 90 },
        ]}
        run={async ({ label, days }) => {
          const { address, code } = await make.run({}, { label, days, origin: location.origin });
          setMade({ label, address, code });
        }}
      />
      {made && (
        <Dialog title={say([`建议链接：${made.label}`, `Link: ${made.label}`])} onClose={() => setMade(undefined)}>
          {made.code && (
            <p>
              <img
                src={`data:image/svg+xml,${encodeURIComponent(made.code)}`}
                alt={say(['二维码', 'QR code'])}
                width={220}
                height={220}
              />
            </p>
          )}
          {made.address && (
            <p>
              <output className="code">{made.address}</output>
            </p>
          )}
          <p>
            {say([
              '只显示这一次：请现在打印或复制。遗失后停用，另生成一个。',
              'Shown this once: print or copy it now. If it is lost, revoke it and make another.',
            ])}
          </p>
        </Dialog>
      )}
    </div>
  );
}

function Links() {
  const say = useSay();
  const links = useItems('/suggestion-links', {});
  const revoke = useCommand('POST', '/suggestion-links/{id}/revoke');
  if (!links.data?.length) return null;
  return (
    <details>
      <summary>{say([`建议链接 ${links.data.length} 个`, `${links.data.length} links`])}</summary>
      <ul className="rows">
        {links.data.map(({ link: id, label, until, revoked }) => (
          <li key={id} className="row">
            <b>{label}</b>
            <span className="soft">{say([`有效期至 ${until}`, `until ${until}`])}</span>
            {revoked ? (
              <span className="soft">{say([`已停用：${revoked}`, `revoked: ${revoked}`])}</span>
            ) : (
              <div className="actions end">
                <Act
                  label={['停用', 'Revoke']}
                  title={[`停用：${label}`, `Revoke ${label}`]}
                  confirm={label}
                  fields={[reasonField('原因')]}
                  run={({ reason }) => revoke.run({ id }, { reason })}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
