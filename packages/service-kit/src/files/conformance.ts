// What every store of files promises, as one suite; an engine's own test file only says how to open it.
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentName, type FileStore, type Range } from './port.ts';
import { hashOf } from './verify.ts';

export interface FileEngine {
  name: string;
  /** A fresh, empty place. */
  fresh(): Promise<{ open(): Promise<FileStore>; remove(): Promise<void> }>;
}

export function filesConformance(engine: FileEngine) {
  describe(`files on ${engine.name}`, () => {
    let place: Awaited<ReturnType<FileEngine['fresh']>>;
    let files: FileStore;
    beforeEach(async () => {
      place = await engine.fresh();
      files = await place.open();
    });
    afterEach(async () => {
      await files.close();
      await place.remove();
    });
    const spooled = (content: Buffer) => {
      const path = join(files.spool, randomUUID());
      writeFileSync(path, content);
      return path;
    };
    const bytesOf = async (name: string, range?: Range) => {
      const parts: Buffer[] = [];
      for await (const part of await files.read(name, range)) parts.push(part as Buffer);
      return Buffer.concat(parts);
    };
    async function put(content: Buffer) {
      const path = spooled(content);
      const name = contentName(await hashOf((await import('node:fs')).createReadStream(path)), randomUUID());
      await files.put(name, path);
      return name;
    }
    const names = async () => {
      const all: string[] = [];
      for await (const { name } of files.all()) all.push(name);
      return all;
    };

    test('keeps what it is given, whole and in parts, also when it is opened again', async () => {
      const content = Buffer.from(Array.from({ length: 700_000 }, (_, n) => n % 251));
      const name = await put(content);
      expect(await files.find(name)).toMatchObject({ name, size: content.length });
      await files.close();
      files = await place.open();
      expect((await bytesOf(name)).equals(content)).toBe(true);
      // Across the border of two chunks, from the middle to the end, and a single byte.
      for (const [start, end] of [
        [261_000, 262_000],
        [699_990, 699_999],
        [0, 0],
      ] as const)
        expect((await bytesOf(name, { start, end })).equals(content.subarray(start, end + 1))).toBe(true);
    });

    test('keeps the same content of two files apart', async () => {
      const [one, two] = [await put(Buffer.from('same')), await put(Buffer.from('same'))] as const;
      await files.remove(one);
      await files.remove(one);
      expect(await files.find(one)).toBeUndefined();
      await expect(files.read(one).then((content) => hashOf(content))).rejects.toThrow();
      expect((await bytesOf(two)).toString()).toBe('same');
      expect(await names()).toEqual([two]);
    });

    test('takes the same content twice, also at once', async () => {
      const name = await put(Buffer.from('again'));
      const paths = [spooled(Buffer.from('again')), spooled(Buffer.from('again'))];
      await Promise.all(paths.map((path) => files.put(name, path)));
      expect(await names()).toEqual([name]);
      expect((await bytesOf(name)).toString()).toBe('again');
    });

    test('takes no name that is a path', async () => {
      await expect(files.put('../../a', spooled(Buffer.from('x')))).rejects.toThrow('not the name');
    });

    test('cleans up without touching what is whole', async () => {
      const name = await put(Buffer.from('whole'));
      await files.clean(Date.now() + 3_600_000);
      expect((await bytesOf(name)).toString()).toBe('whole');
    });
  });
}
