import type { Raw } from '../../../platform/http/index.ts';
import { type Errors, Field, type Page, TextInput } from '../../../ui/index.ts';
import { DESCRIPTION_MOST, MOST_PHOTOS } from '../photo.ts';

const NUMBERS = Array.from({ length: MOST_PHOTOS }, (_, index) => index + 1);
// Without the newer formats of some phones: asked for these, they hand over one that everybody can open.
const TAKEN = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

/** Up to four photos, each with words for those who do not see it. With scripts the next one appears when it is wanted. */
export function PhotoFields({ page, raw, errors }: { page: Page; raw?: Raw; errors?: Errors }) {
  const { t } = page;
  const described = [raw?.['photo-about'] ?? []].flat();
  return (
    <details class="fold" open={errors?.photo !== undefined || undefined}>
      <summary>
        <span>{t('photos.add')}</span>
      </summary>
      <div class="photo-fields">
        <p class="hint">{t('photos.hint')}</p>
        {NUMBERS.map((number) => {
          const id = number === 1 ? 'f-photo' : `f-photo-${number}`;
          return (
            <div class="photo-field" data-later={number > 1 ? '' : undefined}>
              <Field
                page={page}
                name="photo"
                id={id}
                label={t('photos.choose', { number })}
                error={number === 1 ? errors?.photo : undefined}
              >
                <input
                  class="input"
                  type="file"
                  id={id}
                  name="photo"
                  accept={TAKEN}
                  aria-describedby={number === 1 && errors?.photo ? `${id}-error` : undefined}
                />
              </Field>
              <TextInput
                page={page}
                name="photo-about"
                id={`${id}-about`}
                label={t('photos.about', { number })}
                optional
                maxlength={DESCRIPTION_MOST}
                value={described[number - 1]}
              />
            </div>
          );
        })}
      </div>
    </details>
  );
}
