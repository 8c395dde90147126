import type { Raw } from '../../../platform/http/index.ts';
import { type Errors, type Page, TextArea, TextInput } from '../../../ui/index.ts';
import { type Item, LINK_MOST, NOTE_MOST, TITLE_MOST } from '../item.ts';

/** A form of the shelf that could not be accepted, as it was sent. */
export interface Refused {
  raw: Raw;
  errors: Errors;
}

/** Its title, and a link or a few words. */
export function ItemFields({ page, item, refused }: { page: Page; item?: Item; refused?: Refused }) {
  const { t } = page;
  const value = (name: 'title' | 'link' | 'note') => {
    const typed = refused?.raw[name];
    return typeof typed === 'string' ? typed : (item?.[name] ?? '');
  };
  return (
    <>
      <TextInput
        page={page}
        name="title"
        label={t('shelf.item-title')}
        maxlength={TITLE_MOST}
        value={value('title')}
        error={refused?.errors.title}
      />
      <TextInput
        page={page}
        name="link"
        label={t('shelf.item-link')}
        hint={t('shelf.item-link-hint')}
        type="url"
        optional
        maxlength={LINK_MOST}
        value={value('link')}
        error={refused?.errors.link}
      />
      <TextArea
        page={page}
        name="note"
        label={t('shelf.item-note')}
        rows={3}
        optional
        maxlength={NOTE_MOST}
        value={value('note')}
        error={refused?.errors.note}
      />
    </>
  );
}
