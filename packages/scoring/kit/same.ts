// Comparing millions of values: cheap while they agree, a readable error when they do not.

export function same(actual: unknown, expected: unknown, what: string): void {
  if (Object.is(actual, expected)) return;
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}
