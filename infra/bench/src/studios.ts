// `pnpm bench studios`: 10,000 studios imported, recognised, searched and paired through the public interface of a whole
// installation, on whichever engine STORE_URL and LOG_URL name. The latency of other requests is reported with and without a run.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sample } from '../../../packages/pairing/bench/sample.ts';
import { install, memory, timed } from './installation.ts';
import { type Caller, inParallel, load, type Timing } from './load.ts';

const STUDIOS = Number(process.env.STUDIOS ?? 10_000);
const ROWS_A_FILE = 2000;
const SEARCHES_PER_SECOND = 200;
const OTHERS_PER_SECOND = 100;
const SECONDS = 10;
const say = (line: string) => process.stderr.write(`${line}\n`);

const levelOf: Record<string, string> = { 国家级: 'national', 市级: 'provincial', 区级: 'district' };
function files(): string[] {
  const studios = sample({ count: STUDIOS, seed: 1, chinese: true });
  const head = 'code,name,leader,employer,district,level,trade,chain,stage,offers,seeks,capacity';
  const line = (s: (typeof studios)[number]) =>
    [
      ...[s.id, `${s.offers[0]}创新工作室`, `P-${s.id}`, s.employer, s.district, levelOf[s.level], s.trade],
      ...[s.chain, s.stage, s.offers.join('；'), s.seeks.join('；'), s.capacity],
    ].join(',');
  return Array.from({ length: Math.ceil(STUDIOS / ROWS_A_FILE) }, (_, at) =>
    [head, ...studios.slice(at * ROWS_A_FILE, (at + 1) * ROWS_A_FILE).map(line)].join('\n'),
  );
}

export async function studios({ json }: { json: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-studios-'));
  const { child, as } = await install(folder);
  try {
    const importing = await timed(async () => {
      for (const file of files()) {
        const { body } = await as('POST', '/api/studios/import', file, 'text/csv');
        if (body.accepted !== body.rows) throw new Error(JSON.stringify(body.faults?.slice(0, 3) ?? body));
      }
    });
    say(`imported ${STUDIOS}: ${Math.round(STUDIOS / importing)} rows/s`);
    const again = await timed(() => as('POST', '/api/studios/import', files()[0]!, 'text/csv'));
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await as('GET', `/api/studios?limit=200${cursor}`);
      ids.push(...body.items.map((s: { studio: string }) => s.studio));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    const recognising = await timed(() => inParallel(64, ids, (id) => as('POST', `/api/studios/${id}/recognise`)));
    say(`recognised: ${Math.round(STUDIOS / recognising)}/s`);

    const words = files()[0]!
      .split('\n')
      .slice(1, 200)
      .map((line) =>
        line
          .split(',')[9]!
          .split('；')
          .map((p) => p.slice(0, 2)),
      );
    const searching = (n: number) => {
      const [one, other = ''] = words[n % words.length]!;
      return `/api/studios?limit=20&q=${encodeURIComponent(n % 2 ? one! : n % 10 ? `${one} ${other}` : '创新 焊接')}`;
    };
    await as('GET', searching(1));
    const search = await load(SEARCHES_PER_SECOND, SECONDS, (n) => as('GET', searching(n)));
    say(`search p99 ${search.p99.toFixed(1)} ms`);

    const others = (n: number) => {
      const id = ids[(n * 7919) % ids.length]!;
      if (n % 4 === 0) return as('POST', `/api/studios/${id}/amend`, { district: `区${n}` });
      return as('GET', n % 4 === 1 ? '/api/studios?limit=50' : n % 4 === 2 ? `/api/studios/${id}` : '/api/units');
    };
    const quiet = await load(OTHERS_PER_SECOND, SECONDS, others);
    const idle = memory(child, 'VmRSS');
    let run: string | undefined;
    let answered = 0;
    const pairing = timed(async () => {
      const begun = performance.now();
      run = (await as('POST', '/api/pairings', { mode: 'best' })).body.id;
      answered = (performance.now() - begun) / 1000;
      await settled(as, run!);
    });
    let going = true;
    const [seconds, busy] = await Promise.all([
      pairing.finally(() => {
        going = false;
      }),
      load(OTHERS_PER_SECOND, 120, others, () => going),
    ]);
    const result = (await as('GET', `/api/pairings/${run}`)).body;
    if (result.status !== 'completed') throw new Error(JSON.stringify(result));
    say(`paired in ${seconds.toFixed(1)} s; others p99 ${busy.p99.toFixed(1)} ms, quiet ${quiet.p99.toFixed(1)} ms`);
    await as('POST', `/api/pairings/${run}/repeat`);
    const repeated = await settled(as, run!);
    const proposals = (await as('GET', `/api/pairings/${run}/proposals?limit=200`)).body.items;
    const [a, b] = [proposals[0].studios[0], proposals[100].studios[1]];
    const why = await timed(() => as('GET', `/api/pairings/${run}/why?a=${a}&b=${b}`));

    const round = (t: Timing) => ({ requests: t.count, p50: t.p50, p99: t.p99, max: t.max });
    const report = {
      studios: STUDIOS,
      import: { rowsPerSecond: Math.round(STUDIOS / importing), againRowsPerSecond: Math.round(ROWS_A_FILE / again) },
      recognisedPerSecond: Math.round(STUDIOS / recognising),
      search: { perSecond: SEARCHES_PER_SECOND, ...round(search) },
      pairing: {
        ...{ secondsToAnswer: answered, secondsToProposals: seconds, whySeconds: why, proposals: result.count },
        ...{ certificate: result.total / result.bound, overAllPairs: result.total / result.overall },
        ...{ left: result.left, digest: result.digest, repeatedEqual: repeated.repetition?.equal, modes: result.modes },
      },
      others: { perSecond: OTHERS_PER_SECOND, quiet: round(quiet), duringRun: round(busy) },
      memoryMB: { idle, peak: memory(child, 'VmHWM') },
    };
    console.log(JSON.stringify(report, null, json ? 0 : 2));
    if (!repeated.repetition?.equal) process.exitCode = 1;
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  }
}

/** A run, once nothing of it is left to be worked out. */
async function settled(as: Caller, run: string) {
  for (;;) {
    const { body } = await as('GET', `/api/pairings/${run}`);
    if (body.status !== 'running' && !body.progress) return body;
    await sleep(50);
  }
}
