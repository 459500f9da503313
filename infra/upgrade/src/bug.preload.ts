// Loaded into the release that writes a fixture: a bug in what the alliances do about an award, so that events are parked.
import { registerHooks } from 'node:module';

const file = '/services/studio-alliances/src/reactions.ts';
const place = /on\('award-granted', \(\{ data \}\) => /;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(file)) return loaded;
    const source = String(loaded.source);
    if (!place.test(source)) throw new Error(`${file}: no place for a bug`);
    const bug = "\nfunction broken(): never {\n  throw new Error('a bug of this release');\n}\n";
    return { ...loaded, source: source.replace(place, '$&broken() ?? ') + bug };
  },
});
