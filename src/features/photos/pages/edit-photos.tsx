import type { Raw } from '../../../platform/http/index.ts';
import { Checkbox, type Page, TextInput } from '../../../ui/index.ts';
import { DESCRIPTION_MOST, type Photo } from '../photo.ts';
import { photoStrip } from './photo-strip.ts';

interface Props {
  page: Page;
  photos: Photo[];
  raw?: Raw;
  /** What was said of them stands as it was let in. */
  described?: boolean;
}

/** The photos of a post that is being put in other words: each may be described anew, or go. */
export function EditPhotos({ page, photos, raw, described }: Props) {
  if (photos.length === 0) return null;
  const { t } = page;
  return (
    <fieldset class="field">
      <legend>{t('photos.title')}</legend>
      {photos.map((photo, index) => {
        const about = `photo-about-${photo.photo_id}`;
        const drop = `photo-drop-${photo.photo_id}`;
        const typed = raw?.[about];
        return (
          <div class="flow">
            {photoStrip(page, [photo])}
            {!described && (
              <TextInput
                page={page}
                name={about}
                label={t('photos.about', { number: index + 1 })}
                optional
                maxlength={DESCRIPTION_MOST}
                value={typeof typed === 'string' ? typed : photo.description}
              />
            )}
            <Checkbox
              page={page}
              name={drop}
              label={t('photos.remove')}
              checked={raw?.[drop] !== undefined}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

/** What was said of each photo that stays, by id. */
export function photosKept(photos: Photo[], raw: Raw): Map<string, string> {
  const kept = photos.filter(({ photo_id }) => !raw[`photo-drop-${photo_id}`]);
  return new Map(
    kept.map(({ photo_id, description }) => {
      const typed = raw[`photo-about-${photo_id}`];
      return [photo_id, typeof typed === 'string' ? cleaned(typed) : description];
    }),
  );
}

/** A description as it is kept: one line. */
export const cleaned = (text: string): string => text.replaceAll('\n', ' ').trim().slice(0, DESCRIPTION_MOST);
