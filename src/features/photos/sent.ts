import { type Ctx, type Raw, readBody } from '../../platform/http/index.ts';
import type { MessageKey } from '../../platform/i18n/index.ts';
import { encode } from './encoding.ts';
import { cleaned } from './pages/edit-photos.tsx';
import { MOST_PHOTOS, type NewPhoto } from './photo.ts';

/** What a writing form's photo fields brought: photos ready to be kept, or what is wrong with the first that is not. */
export type Sent = { ok: true; photos: NewPhoto[] } | { ok: false; error: MessageKey };

/** Encodes the photos sent with a form. Before any transaction: it takes a second or two. */
export async function photosSent(c: Ctx, raw: Raw): Promise<Sent> {
  const body = await readBody(c);
  const files = [body.photo].flat().map((one) => (one instanceof File && one.size > 0 ? one : null));
  if (files.filter(Boolean).length > MOST_PHOTOS) return { ok: false, error: 'photos.too-many' };
  const described = [raw['photo-about'] ?? []].flat();
  const photos: NewPhoto[] = [];
  for (const [index, file] of files.entries()) {
    if (!file) continue;
    const made = await encode(Buffer.from(await file.arrayBuffer()));
    if (typeof made === 'string') return { ok: false, error: made };
    photos.push({ ...made, description: cleaned(described[index] ?? '') });
  }
  return { ok: true, photos };
}
