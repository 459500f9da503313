// Links that download a table as csv and xlsx: the session's cookie goes with them.
import { useSay } from '../app/language.ts';

export function Download({ path, query = {}, what }: { path: string; query?: Record<string, string>; what: string }) {
  const say = useSay();
  return (
    <span className="downloads">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          className="button"
          download
          href={`/api${path}?${new URLSearchParams({ ...query, format })}`}
          aria-label={say([`下载${what} ${format}`, `Download ${what} as ${format}`])}
        >
          ↓ {format}
        </a>
      ))}
    </span>
  );
}
