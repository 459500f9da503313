// `pnpm bench <name> [--json]`: every figure is held against a named peer or limit within the same run.
import { tableOf } from './figure.ts';
import { names } from './names.ts';

const [name = '', ...flags] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`用法 / usage: pnpm bench ${names.join('|')} [--json]`);
  process.exit(2);
}
const json = flags.includes('--json');
const figures = await (await import(`./${name}.ts`))[name]({ json, flags });
// A bench of another shape prints by itself.
if (figures) console.log(json ? JSON.stringify(figures) : tableOf(figures));
