// What stands where an answer is not there yet, is a problem, or is empty: the layout is kept, and the next step is named.
import type { ProblemDetails } from '@jiangong/client';
import type { ReactNode } from 'react';
import { type Label, useSay } from '../app/language.ts';
import { Problem } from './problem.tsx';

/** Shows what `children` make of the answer once it is there. */
export function Answer<T>({
  of: { data, problem },
  children,
}: {
  of: { data: T | undefined; problem: ProblemDetails | undefined };
  children: (data: T) => ReactNode;
}) {
  const say = useSay();
  if (data !== undefined) return <>{children(data)}</>;
  if (problem) return <Problem problem={problem} />;
  return (
    <p className="quiet loading" aria-busy="true">
      {say(['正在读取……', 'Loading …'])}
    </p>
  );
}

export function Empty({ say: label }: { say: Label }) {
  return <p className="quiet empty">{useSay()(label)}</p>;
}
