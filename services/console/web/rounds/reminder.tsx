// 催办: who owes what, as a text to be pasted into the group chat.
import type { MissingView, RoundView } from '@jiangong/client';
import { useRef, useState } from 'react';
import { useSay } from '../app/language.ts';
import { dueLabel } from '../app/vocabulary.ts';
import { Dialog } from '../parts/dialog.tsx';
import { lateOf, reminder } from './lines.ts';

export function Reminder({ round, missing }: { round: RoundView; missing: MissingView['items'] }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const words = {
    plan: dueLabel('plan')[0],
    progress: dueLabel('progress')[0],
    sheet: dueLabel('sheet')[0],
    result: dueLabel('result')[0],
  };
  const title = `${round.competitionName}${round.trackLabel}${round.period.label}`;
  function copy() {
    text.current!.select();
    // Also over plain HTTP, where there is no clipboard to ask for.
    setCopied(document.execCommand('copy'));
  }
  return (
    <>
      <button type="button" disabled={missing.length === 0} onClick={() => setShown(true)}>
        {say(['催办', 'Remind'])}
      </button>
      {shown && (
        <Dialog title={say(['催办文字', 'Reminder'])} onClose={() => setShown(false)}>
          <label className="unseen" htmlFor="reminder">
            {say(['催办文字', 'Reminder'])}
          </label>
          <textarea
            id="reminder"
            ref={text}
            className="inline"
            rows={10}
            readOnly
            value={reminder(title, round.period.to, lateOf(missing, words))}
          />
          <p className="actions">
            <button type="button" className="primary" onClick={copy}>
              {copied ? say(['已复制', 'Copied']) : say(['复制', 'Copy'])}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}
