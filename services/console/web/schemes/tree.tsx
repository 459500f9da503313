// A scheme as a tree: every text and number is a field, every list may lose an item or gain a copy of one.
import type { Json } from '@jiangong/client';
import { useId } from 'react';
import { useLanguage, useSay } from '../app/language.ts';
import { keyLabel } from './keys.ts';

type Node = { [key: string]: Json };
const isNode = (value: Json): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an element is called: its label, or its code. */
function nameOf(value: Json, zh: boolean): string {
  if (!isNode(value)) return '';
  const { label, title, id, code } = value;
  const named = label ?? title;
  if (named && isNode(named)) return String((zh ? named.zh : named.en) ?? '');
  return String(named ?? id ?? code ?? '');
}

/** Written by the interface itself. */
const FIXED = new Set(['language', 'version']);

export function Tree({ value, change }: { value: Node; change: (value: Node) => void }) {
  return (
    <div className="tree">
      {Object.entries(value)
        .filter(([key]) => !FIXED.has(key))
        .map(([key, each]) => (
          <Branch key={key} name={key} value={each} change={(next) => change({ ...value, [key]: next })} />
        ))}
    </div>
  );
}

function Branch({ name, value, change }: { name: string; value: Json; change: (value: Json) => void }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const label = say(keyLabel(name));
  if (Array.isArray(value)) return <List label={label} items={value} change={change} />;
  if (!isNode(value)) return <Leaf label={label} value={value} change={change} />;
  return (
    <details className="step">
      <summary>
        {label} {nameOf(value, zh)}
      </summary>
      <Tree value={value} change={change} />
    </details>
  );
}

function List({ label, items, change }: { label: string; items: Json[]; change: (items: Json[]) => void }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const replaced = (at: number, value: Json) => items.map((each, index) => (index === at ? value : each));
  return (
    <details className="step">
      <summary>
        {label}（{items.length}）
      </summary>
      {items.map((item, at) => {
        const name = nameOf(item, zh) || `${at + 1}`;
        const key = `${at} of ${items.length}`;
        return (
          <div key={key} className="step">
            {isNode(item) ? (
              <details>
                <summary>{name}</summary>
                <Tree value={item} change={(next) => change(replaced(at, next))} />
              </details>
            ) : (
              <Branch name={String(at + 1)} value={item} change={(next) => change(replaced(at, next))} />
            )}
            <span className="actions">
              <button
                type="button"
                className="plain"
                aria-label={`${say(['复制', 'Copy'])} ${name}`}
                onClick={() => change(items.toSpliced(at, 0, structuredClone(item)))}
              >
                {say(['复制', 'Copy'])}
              </button>
              <button
                type="button"
                className="plain"
                aria-label={`${say(['移除', 'Remove'])} ${name}`}
                onClick={() => change(items.toSpliced(at, 1))}
              >
                {say(['移除', 'Remove'])}
              </button>
            </span>
          </div>
        );
      })}
    </details>
  );
}

function Leaf({
  label,
  value,
  change,
}: {
  label: string;
  value: string | number | boolean | null;
  change: (value: Json) => void;
}) {
  const id = useId();
  if (typeof value === 'boolean')
    return (
      <label className="choice">
        <input type="checkbox" checked={value} onChange={({ target }) => change(target.checked)} />
        {label}
      </label>
    );
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        defaultValue={value === null ? '' : String(value)}
        inputMode={typeof value === 'number' ? 'decimal' : undefined}
        onChange={({ target }) => {
          const typed = target.value.trim();
          if (typeof value !== 'number') change(typed);
          else if (typed !== '' && Number.isFinite(Number(typed))) change(Number(typed));
        }}
      />
    </p>
  );
}
