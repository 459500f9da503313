// The cause of a reaction's commit, taken apart.

/** `consumer/noun/id/sequence` and what tells the commands of one event apart: an ordinal, or a target. */
export function causeParts(cause: string): { service: string; event: string; place: string } | undefined {
  const [, service, event, place] = /^([^/]+)\/([^/]+\/[^/]+\/\d+)\/(.+)$/.exec(cause) ?? [];
  return service && event && place ? { service, event, place } : undefined;
}
