// Loaded into the service by the test that plants it: a bug by which a message counts as delivered before the receiver answers.
import { registerHooks } from 'node:module';

const file = '/webhooks/sender.ts';
const place = 'const result = await attempt(';
const bug = "const result = { at: host.now(), milliseconds: 0, answer: '', status: 200, ok: true };\n    void attempt(";

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(file)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(place)) throw new Error(`${file}: no place for a bug`);
    return { ...loaded, source: source.replace(place, bug) };
  },
});
