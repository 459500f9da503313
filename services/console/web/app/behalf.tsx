// On whose behalf one acts: chosen among those whose deputy one is today, and back to oneself.
import type { MeView } from '@jiangong/client';
import { useAttempt } from './api.ts';
import { useSay } from './language.ts';
import { actFor } from './session.ts';

export function Behalf({ me: { actor, mayActFor = [] } }: { me: MeView }) {
  const say = useSay();
  const { busy, attempt } = useAttempt();
  if (mayActFor.length === 0 && actor.behalf === undefined) return null;
  return (
    <label>
      <span className="unseen">{say(['代谁办理', 'On whose behalf'])}</span>
      <select
        className="inline"
        disabled={busy}
        value={actor.behalf ?? ''}
        onChange={({ target }) => void attempt(() => actFor(target.value || undefined))}
      >
        <option value="">{say(['本人办理', 'As myself'])}</option>
        {mayActFor.map(({ user, name }) => (
          <option key={user} value={user}>
            {say([`代 ${name ?? '—'} 办理`, `For ${name ?? '—'}`])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Who acts, and for whom: 张三 代 李四. */
export function useWho(): (me: MeView) => string {
  const say = useSay();
  return ({ name = say(['已登录', 'Signed in']), behalf }) =>
    behalf ? say([`${name} 代 ${behalf.name ?? '—'}`, `${name} for ${behalf.name ?? '—'}`]) : name;
}
