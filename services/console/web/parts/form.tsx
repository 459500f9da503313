// A form of one command: fields, problems at the field they belong to, and for what cannot be undone a name to be typed.
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useAttempt } from '../app/api.ts';
import { type Label, useLanguage, useSay } from '../app/language.ts';
import type { FieldOf, Values } from './fields.ts';
import { errorAt, Problem } from './problem.tsx';

export type { FieldOf, Values };
/** Why, in the words of whoever gives the command. */
export const reasonField = (zh: string, en = 'Reason') =>
  ({ name: 'reason', label: [zh, en], kind: 'prose' }) as const satisfies FieldOf;
interface FormProps {
  fields: readonly FieldOf[];
  submit: Label;
  run: (values: Values) => Promise<unknown>;
  onDone?: () => void;
  /** Said after it is done, by a form that stays. */
  said?: Label;
  /** Must be typed before what cannot be undone. */
  confirm?: string | undefined;
  danger?: boolean;
  children?: ReactNode;
}

function valuesOf(form: HTMLFormElement, fields: readonly FieldOf[]): Values {
  const data = new FormData(form);
  const read = ({ name, kind }: FieldOf) => {
    if (kind === 'many') return data.getAll(name).map(String);
    if (kind === 'yes') return data.get(name) === 'on';
    if (kind === 'files') return data.getAll(name).filter((each) => each instanceof File && each.size > 0);
    const written = String(data.get(name) ?? '');
    const text = kind === 'password' ? written : written.trim();
    if (kind === 'lines')
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    if (text === '') return undefined;
    return kind === 'number' ? Number(text) : text;
  };
  return Object.fromEntries(fields.map((field) => [field.name, read(field)]));
}

/** Enter while an input method composes sends nothing. */
const whileComposing = (event: KeyboardEvent) => {
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
};

export function CommandForm({ fields, submit, run, onDone, said, confirm, danger, children }: FormProps) {
  const say = useSay();
  const { busy, problem, attempt } = useAttempt();
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState(false);
  const id = useId();
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setDone(false);
    if (!(await attempt(() => run(valuesOf(form, fields))))) return;
    setDone(true);
    onDone?.();
  }
  return (
    <form className="command" onSubmit={onSubmit} onKeyDown={whileComposing}>
      {fields.map((field) => (
        <Field key={field.name} field={field} problem={problem} />
      ))}
      {children}
      {confirm !== undefined && (
        <p className="field">
          <label htmlFor={`${id}-confirm`}>
            {say(['此操作不可撤销，请输入以下名称确认：', 'This cannot be undone. Type this name to confirm: '])}
            <b>{confirm}</b>
          </label>
          <input
            id={`${id}-confirm`}
            value={typed}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </p>
      )}
      <Problem problem={problem} />
      <p className="actions">
        <button
          type="submit"
          className={danger || confirm !== undefined ? 'danger' : 'primary'}
          disabled={busy || (confirm !== undefined && typed.trim() !== confirm)}
        >
          {say(submit)}
        </button>
        {done && said && <span role="status">{say(said)}</span>}
      </p>
    </form>
  );
}

function Field({ field, problem }: { field: FieldOf; problem: Parameters<typeof errorAt>[0] }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const id = useId();
  const { name, label, kind = 'text', options = [], optional, hint, initial } = field;
  const error = errorAt(problem, name);
  const common = {
    id,
    name,
    required: !optional,
    'aria-invalid': error !== undefined,
    'aria-describedby': `${id}-hint`,
  };
  const text = Array.isArray(initial) ? initial.join('\n') : (initial as string | number | undefined);
  const note = (
    <span id={`${id}-hint`} className={error ? 'hint wrong' : 'hint'}>
      {error ? (zh ? error.zh : error.en) : hint ? say(hint) : ''}
    </span>
  );
  if (kind === 'many')
    return (
      <fieldset className="field">
        <legend>{say(label)}</legend>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={Array.isArray(initial) && initial.includes(option.value)}
            />
            {option.label}
          </label>
        ))}
        {note}
      </fieldset>
    );
  if (kind === 'yes')
    return (
      <p className="field">
        <label className="choice">
          <input type="checkbox" name={name} defaultChecked={initial === true} />
          {say(label)}
        </label>
        {note}
      </p>
    );
  return (
    <p className="field">
      <label htmlFor={id}>
        {say(label)}
        {optional && <span className="optional">{say(['（可不填）', ' (optional)'])}</span>}
      </label>
      {kind === 'one' ? (
        <select {...common} defaultValue={text ?? ''}>
          <option value="">{say(['请选择', 'Choose'])}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : kind === 'prose' || kind === 'lines' ? (
        <textarea {...common} rows={kind === 'lines' ? 3 : 4} defaultValue={text} />
      ) : (
        <input
          {...common}
          type={kind === 'date' || kind === 'password' ? kind : kind === 'files' ? 'file' : 'text'}
          multiple={kind === 'files' || undefined}
          autoComplete={kind === 'password' ? 'new-password' : undefined}
          inputMode={kind === 'number' ? 'decimal' : undefined}
          pattern={kind === 'number' ? '-?[0-9]+(\\.[0-9]{1,4})?' : undefined}
          defaultValue={text}
        />
      )}
      {note}
    </p>
  );
}
