// Replacing one's own password, by the one before it or by the code of an administrator: the form comes when it is asked for.
import { lazy, Suspense, useState } from 'react';
import { type Label, useSay } from './language.ts';

const labels = {
  '/password': ['更换密码', 'Change password'],
  '/password-reset': ['用重设代码设密码', 'Use a reset code'],
} as const satisfies Record<string, Label>;
const Form = lazy(() => import('./password-form.tsx'));

export function ReplacePassword({ by }: { by: keyof typeof labels }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" className="plain" onClick={() => setShown(true)}>
        {say(labels[by])}
      </button>
      <Suspense>{shown && <Form by={by} label={labels[by]} onClose={() => setShown(false)} />}</Suspense>
    </>
  );
}
