// Documents in threads: written elsewhere, at the reader's pace, two at a time, and room again however one ends.
import { expect, test } from 'vitest';
import { documentsWaiting, writtenInThread } from './thread.ts';

const job = new URL('./thread.fixture.ts', import.meta.url);
async function read(chunks: AsyncIterable<Uint8Array>) {
  let text = '';
  for await (const chunk of chunks) text += Buffer.from(chunk).toString();
  return text;
}

test('a document is written in another thread, whole and in order', async () => {
  expect(await read(writtenInThread(job, { chunks: 3 }))).toBe('own0;own1;own2;');
});

test('what goes wrong there is thrown here, and the room is free again', async () => {
  for (let n = 0; n < 3; n += 1)
    await expect(read(writtenInThread(job, { chunks: 3, failsAt: 1 }))).rejects.toThrow('the ink is out');
  expect(await read(writtenInThread(job, { chunks: 1 }))).toBe('own0;');
});

test('a third waits until one of two is done or given up', async () => {
  const [first, second] = [writtenInThread(job, { chunks: 9 }), writtenInThread(job, { chunks: 9 })];
  await first.next();
  await second.next();
  const third = read(writtenInThread(job, { chunks: 2 }));
  expect(documentsWaiting()).toBe(1);
  await first.return(undefined);
  expect(await third).toBe('own0;own1;');
  expect(documentsWaiting()).toBe(0);
  await second.return(undefined);
});
