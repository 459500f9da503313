// Whether whoever reads has an answer already, by its ETag.

/** @param header `If-None-Match`: one or several, weak or strong, which say the same of an answer that is read whole */
export const has = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((each) => bare(each.trim()) === bare(etag)) ?? false;

const bare = (etag: string) => etag.replace(/^W\//, '');
