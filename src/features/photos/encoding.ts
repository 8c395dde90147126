import type { Sharp } from 'sharp';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { kindOf } from './kind.ts';
import { inTurn } from './turn.ts';

/** The longest side, in pixels: as it is read, and as a page shows it. */
const WHOLE = 1600;
export const SMALL = 480;
/** A phone's largest; a picture that claims more is a trap for the memory of whoever opens it. */
const MOST_PIXELS = 50_000_000;
export const MOST_BYTES = 12 * 1024 * 1024;
const MOST_SECONDS = 20;

/** A photo as it is kept: WebP, upright, in the usual colours, and without a word about where or with what it was taken. */
export interface Encoded {
  whole: Buffer;
  small: Buffer;
  width: number;
  height: number;
}

/** Encodes a picture anew, or says why not. What came in is not kept, and not one byte of it is passed on. */
export async function encode(bytes: Buffer): Promise<Encoded | MessageKey> {
  if (bytes.length > MOST_BYTES) return 'photos.too-large';
  const kind = kindOf(bytes);
  if (kind === 'heic') return 'photos.heic';
  if (!kind) return 'photos.no-photo';
  return inTurn(async () => {
    const open = await decoder();
    if (!open) return 'photos.not-here';
    try {
      const { pages = 1, width, height } = await open(bytes, false).metadata();
      if (pages > 1) return 'photos.moves';
      if (width * height > MOST_PIXELS) return 'photos.too-large';
      return await twoSizes(open(bytes));
    } catch {
      return 'photos.unreadable'; // whatever it was, it was no picture a decoder can follow
    }
  });
}

async function twoSizes(picture: Sharp): Promise<Encoded> {
  const upright = picture.autoOrient().timeout({ seconds: MOST_SECONDS });
  const sized = (side: number, from: Sharp) =>
    from
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80, effort: 2 }) // half the time of the usual 4, and a twentieth larger
      .toBuffer({ resolveWithObject: true });
  const whole = await sized(WHOLE, upright);
  const small = await sized(SMALL, (await library())!.default(whole.data));
  return { whole: whole.data, small: small.data, width: whole.info.width, height: whole.info.height };
}

let loading: Promise<typeof import('sharp') | null> | undefined;

// Loaded with the first photo: its library weighs as much as the rest of the server. It may be missing where no
// binary of it exists; everything else goes on without.
function library(): Promise<typeof import('sharp') | null> {
  loading ??= import('sharp').then(
    (module) => {
      module.default.cache(false);
      module.default.concurrency(1);
      return module;
    },
    () => null,
  );
  return loading;
}

async function decoder(): Promise<((bytes: Buffer, most?: number | false) => Sharp) | null> {
  const module = await library();
  return (
    module &&
    ((bytes, most = MOST_PIXELS) =>
      module.default(bytes, { limitInputPixels: most, failOn: 'error', pages: 1 }))
  );
}
