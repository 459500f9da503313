// The image of a union's seal: a PNG, which a row of the service's own keeps and no event tells.
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { PrivateRow, Store } from '@jiangong/service-kit/store';

const SEALS = 'certificate-seals';
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const LARGEST = 2000;
/** Bits of a pixel's sample times samples of a pixel, at most. */
const BYTES_PER_PIXEL = 8;

export const digestOf = (image: Buffer) => createHash('sha256').update(image).digest('hex');
export const sealRow = (layout: string, image: Buffer | undefined): PrivateRow => ({
  table: SEALS,
  key: layout,
  body: image?.toString('base64'),
});
export async function sealIn(store: Store, layout: string): Promise<Buffer | undefined> {
  const body = await store.privateRow(SEALS, layout);
  return typeof body === 'string' ? Buffer.from(body, 'base64') : undefined;
}

/** Whether it is a PNG of moderate size, also once unpacked. */
export function isUsable(image: Buffer): boolean {
  if (image.length < 33 || !image.subarray(0, 8).equals(SIGNATURE) || image.toString('latin1', 12, 16) !== 'IHDR')
    return false;
  const [width, height, interlaced] = [image.readUInt32BE(16), image.readUInt32BE(20), image[28]];
  if (width < 1 || height < 1 || width > LARGEST || height > LARGEST || interlaced !== 0) return false;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= image.length; ) {
    const length = image.readUInt32BE(at);
    if (image.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(image.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  try {
    const unpacked = inflateSync(Buffer.concat(data), { maxOutputLength: (width * BYTES_PER_PIXEL + 1) * height });
    return unpacked.length > height;
  } catch {
    return false;
  }
}
