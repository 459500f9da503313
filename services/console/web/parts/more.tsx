// The next page of a long list, while there is one.
import { useSay } from '../app/language.ts';

export function More({ more }: { more: (() => void) | undefined }) {
  const say = useSay();
  if (!more) return null;
  return (
    <p className="actions">
      <button type="button" onClick={more}>
        {say(['显示更多', 'Show more'])}
      </button>
    </p>
  );
}
