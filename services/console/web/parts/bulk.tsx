// A button that acts on many things at once, with how many it reached and why it left the others.
import { useState } from 'react';
import { type Label, useLanguage, useSay } from '../app/language.ts';
import { Act } from './act.tsx';
import { Dialog } from './dialog.tsx';
import type { FieldOf, Values } from './form.tsx';

export interface Reached {
  accepted: number;
  faults: readonly { id: string; zh: string; en: string }[];
}
export function Bulk({
  label,
  offered = true,
  fields = [],
  confirm,
  nameOf,
  run,
}: {
  label: Label;
  /** False once there is nothing left to act on: what it reached stays shown. */
  offered?: boolean;
  fields?: readonly FieldOf[];
  confirm?: string;
  /** What one of the things is called. */
  nameOf: (id: string) => string | undefined;
  run: (values: Values) => Promise<Reached>;
}) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const [reached, setReached] = useState<Reached>();
  return (
    <>
      {offered && (
        <Act
          label={label}
          fields={fields}
          {...(confirm === undefined ? {} : { confirm })}
          run={async (values) => setReached(await run(values))}
        />
      )}
      {reached && (
        <Dialog title={say(label)} onClose={() => setReached(undefined)}>
          <p role="status">
            {say([
              `已办理 ${reached.accepted} 项，未办理 ${reached.faults.length} 项`,
              `${reached.accepted} done, ${reached.faults.length} not`,
            ])}
          </p>
          <ul className="faults">
            {reached.faults.map((fault) => (
              <li key={fault.id}>
                {nameOf(fault.id)} {zh ? fault.zh : fault.en}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
