// A button that opens the form of a command, for acts that stand beside what they are about.
import { useState } from 'react';
import { type Label, useSay } from '../app/language.ts';
import { Dialog } from './dialog.tsx';
import { CommandForm, type FieldOf, type Values } from './form.tsx';

export function Act({
  label,
  title = label,
  fields = [],
  submit = label,
  run,
  confirm,
  danger = false,
  primary = false,
}: {
  label: Label;
  title?: Label;
  fields?: readonly FieldOf[];
  submit?: Label;
  run: (values: Values) => Promise<unknown>;
  confirm?: string | undefined;
  danger?: boolean;
  primary?: boolean;
}) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" className={primary ? 'primary' : 'plain'} onClick={() => setShown(true)}>
        {say(label)}
      </button>
      {shown && (
        <Dialog title={say(title)} onClose={() => setShown(false)}>
          <CommandForm
            {...{ fields, submit, run, danger }}
            {...(confirm === undefined ? {} : { confirm })}
            onDone={() => setShown(false)}
          />
        </Dialog>
      )}
    </>
  );
}
