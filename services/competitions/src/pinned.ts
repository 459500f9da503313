// The published schemes that a competition stands on.
import type { Read } from '@jiangong/contracts';
import { takenBy } from './scheme-language.ts';
import type { Body } from './tracks.ts';
import { type CompetitionRow, schemes, schemeVersions, versionKey } from './views.ts';

/** A published version of a scheme, by default the latest; the text is missing if there is no such version. */
export async function pinned(read: Read, scheme: string, wantedVersion: number | undefined) {
  const schemeVersion = wantedVersion ?? ((await read.get(schemes, scheme))?.published || 1);
  const published = await read.get(schemeVersions, versionKey(scheme, schemeVersion));
  return { scheme, schemeVersion, body: published?.body };
}

/** The kinds of unit that a track takes; undefined: all. */
export async function kindsTaken(read: Read, { scheme, schemeVersion, track }: CompetitionRow['tracks'][number]) {
  const { body } = await pinned(read, scheme, schemeVersion);
  return body && takenBy(body, track);
}

/** The text of each track's scheme. */
export async function bodiesOf({ tracks }: CompetitionRow, read: Read): Promise<Record<string, Body>> {
  const bodies: Record<string, Body> = {};
  for (const { track, scheme, schemeVersion } of tracks) {
    const { body } = await pinned(read, scheme, schemeVersion);
    if (body) bodies[track] = body;
  }
  return bodies;
}
