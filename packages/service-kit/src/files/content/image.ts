// Images are drawn anew: what is kept holds the pixels, upright, and nothing of where and with what they were taken, nor anything
// that was hidden behind them.
import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { gate } from '../../http/gate.ts';
import { readWhole } from '../folder.ts';
import { hashOf } from '../verify.ts';
import { damagedFile, refusedFile } from './refused.ts';

const MEGAPIXELS = 50;
const THUMBNAIL = 320;
/** One at a time: pixels of a large image take far more memory than the file. */
const alone = gate(1, 32);

export interface Drawn {
  /** The thumbnail as WebP. */
  thumbnail: Buffer;
  thumbnailSha256: string;
  sha256: string;
}

/** Draws the image at `path` anew to `to`. @throws Refused if it cannot be read whole */
export const redraw = (path: string, to: string, type: string): Promise<Drawn> =>
  alone(async () => {
    const { default: sharp } = await import('sharp');
    sharp.cache(false);
    sharp.concurrency(1);
    const from = (animated: boolean) =>
      sharp(path, { failOn: 'truncated', limitInputPixels: MEGAPIXELS * 1_000_000, sequentialRead: true, animated });
    try {
      const animated = type === 'image/gif' || type === 'image/webp';
      await encoded(animated ? from(true) : from(false).autoOrient(), type).toFile(to);
      const thumbnail = await from(false)
        .autoOrient()
        .resize(THUMBNAIL, THUMBNAIL, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 75 })
        .toBuffer();
      const thumbnailSha256 = createHash('sha256').update(thumbnail).digest('hex');
      return { thumbnail, thumbnailSha256, sha256: await hashOf(readWhole(to)) };
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOSPC') throw error;
      throw /pixel limit/i.test((error as Error).message)
        ? refusedFile(`图片超过 ${MEGAPIXELS} 百万像素`, `the image has more than ${MEGAPIXELS} megapixels`)
        : damagedFile();
    }
  });

function encoded(image: Sharp, type: string): Sharp {
  switch (type) {
    case 'image/png':
      return image.png();
    case 'image/webp':
      return image.webp({ quality: 90 });
    case 'image/gif':
      return image.gif();
    default:
      return image.jpeg({ quality: 90 });
  }
}
