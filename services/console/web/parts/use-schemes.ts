// The published schemes with what they hold, for whoever announces by one.
import { useQueries } from '@tanstack/react-query';
import { client, useItems } from '../app/api.ts';
import type { Node } from './marks.ts';
import { type TrackOutline, titleOf, tracksOf } from './scheme-outline.ts';

export interface PublishedScheme {
  scheme: string;
  version: number;
  body: Node;
  title: string;
  tracks: TrackOutline[];
}
/** @param asks whether anybody needs them yet */
export function useSchemes(asks = true): PublishedScheme[] {
  const schemes = useItems('/schemes', asks ? {} : undefined);
  const published = (schemes.data ?? []).filter((each) => each.published > 0);
  const bodies = useQueries({
    queries: published.map(({ scheme: id, published: version }) => {
      const input = { id, version: String(version) };
      return {
        queryKey: ['/schemes/{id}/versions/{version}', input],
        queryFn: () => client.get('/schemes/{id}/versions/{version}', input),
      };
    }),
  });
  return bodies.flatMap(({ data }) =>
    data ? { ...data, title: titleOf(data.body), tracks: tracksOf(data.body) } : [],
  );
}
