// Choices of which one is shown, kept in the address so that a link leads to the same.
import { useSearchParams } from 'wouter';

/** A filter in the address; `undefined` clears it. */
export function useFilter(name: string): [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  return [
    params.get(name) ?? undefined,
    (value) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === undefined) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
  ];
}

export function Tabs<T extends string>({
  label,
  options,
  current,
  pick,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  current: T | undefined;
  pick: (value: T) => void;
}) {
  return (
    <fieldset className="tabs">
      <legend className="unseen">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === current}
          onClick={() => pick(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
