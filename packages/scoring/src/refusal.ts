// How the evaluator refuses inputs that no result can be computed from: an error with a code and a pointer.

/**
 * Thrown for inputs that no result can be computed from: `code` names the rule, `at` is a JSON pointer (RFC 6901) into the
 * entrant or the stage input.
 */
export type InputError = Error & { code: string; at: string };

export function failInput(code: string, at: string, message: string): never {
  throw Object.assign(new Error(`${message} (${code} at ${at || '/'})`), { code, at });
}

/** Escapes one segment of a JSON pointer. */
export function segment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
