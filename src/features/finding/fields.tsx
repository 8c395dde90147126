import { DAYS, LANGUAGES, PARTS } from '../../matching/index.ts';
import { Checkbox, type Option, type Page, Select, TextInput } from '../../ui/index.ts';
import { type CommonFilters, DISTANCES_OFFERED } from './common-filters.ts';

interface Asking {
  page: Page;
  filters: CommonFilters;
}

/** The words of a list that was chosen from; undefined where nothing was. */
export const labelIn = (options: Option[], value: string | null): string | undefined =>
  options.find((one) => one.value === value)?.label;

const days = ({ t }: Page) => DAYS.map((day) => ({ value: String(day), label: t(`words.day.${day}`) }));
const parts = ({ t }: Page) => PARTS.map((value) => ({ value, label: t(`words.part.${value}`) }));
const languages = ({ t }: Page) => LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }));
const places = ({ t }: Page) =>
  (['in-person', 'online'] as const).map((value) => ({ value, label: t(`words.place.${value}`) }));
const distances = ({ t }: Page) =>
  DISTANCES_OFFERED.map((value) => ({
    value,
    label: value === 'any' ? t('finding.any-distance') : t('finding.within-miles', { miles: Number(value) }),
  }));

/** One question with its answers, of which the first is that it does not matter. */
export function Choice(p: {
  page: Page;
  name: string;
  label: string;
  value: string | null;
  options: Option[];
}) {
  return (
    <Select
      page={p.page}
      name={p.name}
      label={p.label}
      empty={p.page.t('finding.any')}
      options={p.options}
      value={p.value ?? ''}
    />
  );
}

export function NearField({ page, filters }: Asking) {
  return (
    <TextInput
      page={page}
      name="near"
      label={page.t('finding.near')}
      hint={page.t('finding.near-hint')}
      value={filters.near}
      autocomplete="postal-code"
      maxlength={80}
      optional
    />
  );
}

/** How far, and how old her child is; after a loss (`gentle`) a child's age is not asked. */
export function DistanceAndAge({ page, filters, gentle }: Asking & { gentle: boolean }) {
  return (
    <div class="split">
      <Select
        page={page}
        name="within"
        label={page.t('finding.within')}
        options={distances(page)}
        value={filters.within === null ? 'any' : String(filters.within)}
      />
      {!gentle && (
        <TextInput
          page={page}
          name="age"
          label={page.t('finding.age')}
          value={filters.age === null ? '' : String(filters.age)}
          inputmode="numeric"
          chars={8}
          optional
        />
      )}
    </div>
  );
}

/** The questions that are asked in the same words of a circle and of a gathering. */
const QUESTIONS = { day: days, part: parts, place: places, language: languages } as const;

/** What she chose, as the form knows it. */
const chosen = (filters: CommonFilters, name: keyof typeof QUESTIONS): string | null =>
  filters[name] === null ? null : String(filters[name]);

export function CommonChoice({ page, filters, name }: Asking & { name: keyof typeof QUESTIONS }) {
  const value = chosen(filters, name);
  const label = page.t(`finding.by.${name}`);
  return <Choice page={page} name={name} label={label} value={value} options={QUESTIONS[name](page)} />;
}

export function FreeOnly({ page, filters }: Asking) {
  const checked = filters.cost === 'free';
  return <Checkbox page={page} name="cost" value="free" label={page.t('finding.free')} checked={checked} />;
}

/** What was asked, in words, by the name of its filter. What does not matter is empty. */
export function spokenCommon(
  { page, filters }: Asking,
  usualMiles: number,
): Record<keyof CommonFilters, string | undefined> {
  const { t } = page;
  const said = (name: keyof typeof QUESTIONS) => labelIn(QUESTIONS[name](page), chosen(filters, name));
  const far = filters.near && filters.within !== null && filters.within !== usualMiles;
  return {
    near: filters.near || undefined,
    within: far ? t('finding.within-miles', { miles: filters.within ?? 0 }) : undefined,
    age: filters.age === null ? undefined : t('finding.months', { months: filters.age }),
    day: said('day'),
    part: said('part'),
    place: said('place'),
    language: said('language'),
    cost: filters.cost ? t('finding.free') : undefined,
  };
}
