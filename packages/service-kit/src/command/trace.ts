// The trace that a request belongs to, as W3C Trace Context writes it; what is no such thing is not carried on.
const FORM = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;

export const traceparentOf = (given: unknown): string | undefined =>
  typeof given === 'string' && FORM.test(given) ? given : undefined;
