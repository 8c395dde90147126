import { MEETING_PLACES } from '../../../matching/index.ts';
import { Checkbox, RadioGroup, Section, TextInput } from '../../../ui/index.ts';
import { type FormPart, one } from './form-part.ts';

/** Where. A home's address and an online link are told to those coming alone. */
export function Where({ page, raw, errors }: FormPart) {
  const { t } = page;
  const box = (name: 'venue' | 'address' | 'near' | 'placeName' | 'gettingThere' | 'link', most: number) => ({
    page,
    name,
    label: t(`gatherings.form.${name}`),
    value: one(raw, name),
    error: errors[name],
    maxlength: most,
    autocomplete: 'off',
    optional: true,
  });
  return (
    <Section title={t('gatherings.form.where')} id="where">
      <RadioGroup
        page={page}
        name="place"
        label={t('gatherings.form.place')}
        options={MEETING_PLACES.map((value) => ({ value, label: t(`words.place.${value}`) }))}
        value={one(raw, 'place')}
        error={errors.place}
      />
      <div class="flow if-there">
        <TextInput {...box('venue', 160)} hint={t('gatherings.form.venue-hint')} />
        <div class="split">
          <TextInput {...box('near', 20)} chars={12} />
          <TextInput {...box('placeName', 80)} />
        </div>
        <TextInput {...box('address', 240)} />
        <div>
          <Checkbox
            page={page}
            name="home"
            label={t('gatherings.form.home')}
            hint={t('gatherings.form.home-hint')}
            checked={one(raw, 'home') !== ''}
          />
        </div>
      </div>
      <div class="if-online">
        <TextInput {...box('link', 1000)} type="url" hint={t('gatherings.form.link-hint')} />
      </div>
    </Section>
  );
}
