import { useId, useState } from 'react';
import { useSay } from '../app/language.ts';

/** A number that is typed: kept as text until it is one. */
export function NumberInput({
  label,
  value,
  most,
  give,
}: {
  label: string;
  value: number | undefined;
  most?: number | undefined;
  give: (value: number | undefined) => void;
}) {
  const id = useId();
  const say = useSay();
  const [text, setText] = useState<string>();
  const shown = text ?? (value === undefined ? '' : String(value));
  const wrong = shown !== '' && (!/^\d+(\.\d{1,4})?$/.test(shown) || (most !== undefined && Number(shown) > most));
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="inline"
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onBlur={() => !wrong && setText(undefined)}
        onChange={({ target }) => {
          const typed = target.value.trim();
          setText(typed);
          const fits = /^\d+(\.\d{1,4})?$/.test(typed) && (most === undefined || Number(typed) <= most);
          if (typed === '' || fits) give(typed === '' ? undefined : Number(typed));
        }}
      />
      <span id={`${id}-hint`} className={wrong ? 'hint wrong' : 'hint'}>
        {wrong
          ? most === undefined
            ? say(['请填数字，最多四位小数', 'A number with at most four decimals'])
            : say([`请填 0 至 ${most} 的数字`, `A number from 0 to ${most}`])
          : ''}
      </span>
    </p>
  );
}
