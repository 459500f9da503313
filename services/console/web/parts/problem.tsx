// A problem in plain words: what happened, what to do, and each field that is wrong.
import type { ProblemDetails } from '@jiangong/client';
import { useLanguage } from '../app/language.ts';

export function Problem({ problem }: { problem: ProblemDetails | undefined }) {
  const zh = useLanguage() === 'zh';
  if (!problem) return null;
  return (
    <div className="problem" role="alert">
      <p>
        <b>{zh ? problem.title : problem.titleEn}</b>
      </p>
      <p>{zh ? problem.detail : problem.detailEn}</p>
      {problem.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.at + error.zh}>{zh ? error.zh : error.en}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Of the field that a pointer such as `/body/reason` names. */
export const errorAt = (problem: ProblemDetails | undefined, name: string) =>
  problem?.errors?.find(({ at }) => at.split('/').includes(name));
