// What nobody means who writes a text, and what shows another text than is stored: refused wherever a body holds it.

/** NUL, half of a surrogate pair, and marks that turn or isolate the direction of what follows. */
const HIDDEN = /[\0\u202A-\u202E\u2066-\u2069]/u;
const isHidden = (text: string) => HIDDEN.test(text) || !text.isWellFormed();

/** Whether a value holds such a text, among its names, too. */
export function hasHidden(value: unknown): boolean {
  if (typeof value === 'string') return isHidden(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasHidden);
  return Object.entries(value).some(([name, inner]) => isHidden(name) || hasHidden(inner));
}

/** Whether the value of a JSON text holds such a text: without a mark or an escape written, it need not be looked through. */
export const hasHiddenIn = (json: string, value: unknown): boolean =>
  (json.includes('\\u') || isHidden(json)) && hasHidden(value);

/** How many fields a value has, at every depth. */
function fieldsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce((sum: number, each) => sum + fieldsOf(each), Array.isArray(value) ? 0 : inner.length);
}
function colonsOf(json: string): number {
  let count = 0;
  for (let at = json.indexOf(':'); at !== -1; at = json.indexOf(':', at + 1)) count += 1;
  return count;
}
/** The same as `repeatedName`, which reads a text slowly: with no more colons than fields, no field was written twice. */
export const repeatedNameIn = (json: string, value: unknown): string | undefined =>
  colonsOf(json) === fieldsOf(value) ? undefined : repeatedName(json);

/** Where a string of a JSON text ends, given where it begins. */
function endOf(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let escapes = 0;
    while (json[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
}

/** The first name that an object of a valid JSON text has twice: two readers would take two of its values. */
export function repeatedName(json: string): string | undefined {
  /** Names of each object around a place; of an array none. */
  const around: (Set<string> | undefined)[] = [];
  let last = '';
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') {
      const end = endOf(json, at);
      last = json.slice(at, end + 1);
      at = end;
    } else if (sign === '{') around.push(new Set());
    else if (sign === '[') around.push(undefined);
    else if (sign === '}' || sign === ']') around.pop();
    else if (sign === ':') {
      const name = JSON.parse(last) as string;
      const names = around.at(-1)!;
      if (names.has(name)) return name;
      names.add(name);
    }
  }
  return undefined;
}
