import { countryChoices, regionName, US_REGIONS } from '../../../platform/geo/index.ts';
import { readForm } from '../../../platform/http/index.ts';
import { Button, Note, Select, TextInput } from '../../../ui/index.ts';
import { placeForm, placeTold } from '../place.ts';
import { Frame, one, type Screen, type ScreenProps } from './screen.tsx';

/** 2: where she lives: a postcode, a state, a country, or nothing. */
export const place: Screen = {
  told: ({ country, postcode, region }) => ({
    ...(country === null ? {} : { country }),
    postcode: postcode ?? '',
    region: region ?? '',
  }),
  async hear(c) {
    const form = await readForm(c, placeForm);
    if (!form.ok) return form;
    const { place: told, errors } = placeTold(form.values, c.get('community').country);
    if (Object.keys(errors).length > 0) return { ok: false, errors, raw: form.raw };
    const { timeZone, ...part } = told;
    return { ok: true, part, timeZone };
  },
  View: Place,
};

function Place({ page, community, answers, raw, errors }: ScreenProps) {
  const { t } = page;
  const regions = US_REGIONS.map(({ code }) => ({ value: code, label: regionName(code, page.lang) }));
  const country =
    raw.country === undefined && answers.finishedAt === null ? community.country : one(raw, 'country');
  return (
    <Frame
      page={page}
      step={2}
      title="onboarding.place.title"
      lead="onboarding.place.lead"
      answers={answers}
      errors={errors}
    >
      <Select
        page={page}
        name="country"
        label={t('onboarding.place.country')}
        empty={t('onboarding.place.no-country')}
        options={countryChoices(page.lang)}
        value={country}
        error={errors?.country}
      />
      <TextInput
        page={page}
        name="postcode"
        label={t('onboarding.place.postcode')}
        chars={8}
        autocomplete="postal-code"
        value={one(raw, 'postcode')}
        error={errors?.postcode}
        optional
      />
      <Select
        page={page}
        name="region"
        label={t('onboarding.place.region')}
        hint={t('onboarding.place.region-hint')}
        empty={t('onboarding.place.no-region')}
        options={regions}
        value={one(raw, 'region')}
        error={errors?.region}
        optional
      />
      {errors?.postcode && (
        <Button look="plain" name="byRegion" value="yes">
          {t('onboarding.place.by-region')}
        </Button>
      )}
      <Note icon="lock">{t('onboarding.place.privacy')}</Note>
    </Frame>
  );
}
