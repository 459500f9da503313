// Loaded into the service by the test that plants it: a bug by which a row counts as delivered before SAP answers.
import { registerHooks } from 'node:module';

const file = '/connector/connector.ts';
const place = 'const called = await answered(rows, () => sap.upsert(upsertBody(awards)));';
const bug = `await ledger.record(plans.map(({ row, grant }) => settled(row, grant)));
    ${place}`;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(file)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(place)) throw new Error(`${file}: no place for a bug`);
    return { ...loaded, source: source.replace(place, bug) };
  },
});
