// `pnpm bench <name> [--json]`: every figure is a ratio within one run, against a named peer or limit.
const [name, ...flags] = process.argv.slice(2);
const benches = ['write', 'scoring', 'pairing', 'studios', 'servers', 'feed', 'hr', 'year', 'doors'];
if (!name || !benches.includes(name)) {
  console.error(`用法 / usage: pnpm bench ${benches.join('|')} [--json]`);
  process.exit(2);
}
const module = await import(`./${name}.ts`);
await module[name]({ json: flags.includes('--json') });
