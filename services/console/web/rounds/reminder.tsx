// 催办: who owes what, as a text to be pasted into the group chat.
import { useRef, useState } from 'react';
import { useAnswer } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Answer } from '../parts/states.tsx';

export function Reminder({ round, disabled }: { round: string; disabled: boolean }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState(false);
  const reminder = useAnswer('/rounds/{id}/reminder-text', shown ? { id: round } : undefined);
  const text = useRef<HTMLTextAreaElement>(null);
  function copy() {
    text.current!.select();
    // Also over plain HTTP, where there is no clipboard to ask for.
    setCopied(document.execCommand('copy'));
  }
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => setShown(true)}>
        {say(['催办', 'Remind'])}
      </button>
      {shown && (
        <Dialog title={say(['催办文字', 'Reminder'])} onClose={() => setShown(false)}>
          <Answer of={reminder}>
            {({ text: value }) => (
              <>
                <label className="unseen" htmlFor="reminder">
                  {say(['催办文字', 'Reminder'])}
                </label>
                <textarea id="reminder" ref={text} className="inline" rows={10} readOnly value={value} />
                <p className="actions">
                  <button type="button" className="primary" onClick={copy}>
                    {copied ? say(['已复制', 'Copied']) : say(['复制', 'Copy'])}
                  </button>
                </p>
              </>
            )}
          </Answer>
        </Dialog>
      )}
    </>
  );
}
