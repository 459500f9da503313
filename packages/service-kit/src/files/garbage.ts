// The bytes of buffers lie outside the heap of V8, which on their account collects only once there are 64 MB of them. Where files flow,
// the young ones are collected earlier: that takes about a millisecond, and most of them are garbage.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many bytes flow between two collections. */
const EACH = 4 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

let flowed = 0;
/** What is given, piece by piece, while the pieces before are cleared away. */
export async function* flowing(content: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const piece of content) {
    flowed += piece.length;
    if (flowed >= EACH) {
      flowed = 0;
      collect({ type: 'minor' });
    }
    yield piece;
  }
}
