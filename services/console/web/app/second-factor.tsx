// Setting up one-time codes: the form comes when it is asked for.
import { lazy, Suspense, useState } from 'react';
import { useSay } from './language.ts';

const Form = lazy(() => import('./second-factor-form.tsx'));

export function SetSecondFactor() {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" className="plain" onClick={() => setShown(true)}>
        {say(['设置动态口令', 'Set up one-time codes'])}
      </button>
      <Suspense>{shown && <Form onClose={() => setShown(false)} />}</Suspense>
    </>
  );
}
