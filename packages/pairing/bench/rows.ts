/** All rows in turn; each is shown as soon as it is there. */
import { againstOptimum, againstOthers, longerLists } from './quality.ts';
import { againstBlossom, againstMinisearch } from './rivals.ts';
import { sameDigest } from './same-digest.ts';
import { large, leaders, proofs } from './scale.ts';
import type { Row } from './table.ts';

export async function* pairingRows(): AsyncGenerator<Row> {
  yield* proofs(10_000);
  yield* await againstOptimum([100, 300, 1000], 20);
  yield large(100_000);
  yield* againstOthers(10_000);
  yield againstBlossom([1000, 10_000]);
  yield leaders(10_000, 1000);
  yield sameDigest();
  yield againstMinisearch(10_000, 300);
  yield longerLists(10_000);
}
