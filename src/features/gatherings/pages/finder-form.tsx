import { DAYS, LANGUAGES, PARTS } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  Form,
  Icon,
  type Option,
  type Page,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { DISTANCES, type FilterName, type Filters, finderPath, USUAL_MILES, without } from '../filters.ts';
import type { Search } from '../finding.ts';
import { FACTS, type Fact, KINDS } from '../gathering.ts';

interface Props {
  page: Page;
  search: Search;
}

/** Where and what kind at first; the rest for whoever wants it. An address, so that it can be kept and shared. */
export function FinderForm({ page, search }: Props) {
  const { t } = page;
  const { filters, month } = search;
  return (
    <Form page={page} action="/gatherings" method="get" label={t('agenda.find')}>
      {month && <input type="hidden" name="month" value={month.name} />}
      {filters.circle && <input type="hidden" name="circle" value={filters.circle} />}
      <div class="split finder">
        <TextInput
          page={page}
          name="near"
          label={t('circles.near')}
          hint={t('circles.near-hint')}
          value={filters.near}
          autocomplete="postal-code"
          maxlength={80}
          optional
        />
        <Choice page={page} name="kind" value={filters.kind} options={kinds(page)} />
      </div>
      <Disclosure summary={t('agenda.needs')} hint={t('agenda.needs-hint')} open={filters.fact.length > 0}>
        <CheckboxGroup
          page={page}
          name="fact"
          label={t('agenda.needs-label')}
          options={needs(page)}
          values={filters.fact}
        />
      </Disclosure>
      <Disclosure summary={t('circles.more-filters')}>
        <MoreFilters page={page} search={search} />
      </Disclosure>
      <Actions>
        <Button icon="search">{t('agenda.find')}</Button>
      </Actions>
    </Form>
  );
}

function MoreFilters({ page, search: { filters, gentle } }: Props) {
  const { t } = page;
  return (
    <>
      <div class="split">
        <Select
          page={page}
          name="within"
          label={t('circles.within')}
          options={distances(page)}
          value={filters.within === null ? 'any' : String(filters.within)}
        />
        {!gentle && (
          <TextInput
            page={page}
            name="age"
            label={t('circles.age')}
            value={filters.age === null ? '' : String(filters.age)}
            inputmode="numeric"
            chars={8}
            optional
          />
        )}
      </div>
      <div class="split">
        <Choice page={page} name="day" value={filters.day && String(filters.day)} options={days(page)} />
        <Choice page={page} name="part" value={filters.part} options={parts(page)} />
      </div>
      <div class="split">
        <Choice page={page} name="place" value={filters.place} options={places(page)} />
        <Choice page={page} name="language" value={filters.language} options={languages(page)} />
      </div>
      <Checkbox
        page={page}
        name="cost"
        value="free"
        label={t('circles.free')}
        checked={filters.cost === 'free'}
      />
    </>
  );
}

type Picked = 'kind' | 'day' | 'part' | 'place' | 'language';

function Choice(p: { page: Page; name: Picked; value: string | null; options: Option[] }) {
  const { t } = p.page;
  const label = p.name === 'kind' ? t('agenda.by.kind') : t(`circles.by.${p.name}`);
  return (
    <Select
      page={p.page}
      name={p.name}
      label={label}
      empty={t('circles.any')}
      options={p.options}
      value={p.value ?? ''}
    />
  );
}

const needs = ({ t }: Page) => FACTS.map((value) => ({ value, label: t(`agenda.need.${value}`) }));
const kinds = ({ t }: Page) => KINDS.map((value) => ({ value, label: t(`gatherings.kind.${value}`) }));
const languages = ({ t }: Page) => LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }));
const days = ({ t }: Page) => DAYS.map((day) => ({ value: String(day), label: t(`words.day.${day}`) }));
const parts = ({ t }: Page) => PARTS.map((value) => ({ value, label: t(`words.part.${value}`) }));
const places = ({ t }: Page) =>
  (['in-person', 'online'] as const).map((value) => ({ value, label: t(`words.place.${value}`) }));
const distances = ({ t }: Page) =>
  [...DISTANCES.map(String), 'any'].map((value) => ({
    value,
    label: value === 'any' ? t('circles.any-distance') : t('circles.within-miles', { miles: Number(value) }),
  }));

/** What is being asked, each with its way out. */
export function AskedFor({ page, search: { filters, month, circle } }: Props) {
  const { t } = page;
  const asked = spoken(page, filters, circle && circleName(page, circle));
  if (asked.length === 0) return null;
  return (
    <ul class="chips asked-for" aria-label={t('circles.asked-for')}>
      {asked.map(([name, label]) => (
        <li>
          <a
            class="chip bare"
            href={finderPath(without(filters, name), { month: month?.name })}
            aria-label={t('circles.take-out', { filter: label })}
          >
            <span>{label}</span>
            <Icon name="close" size={16} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function spoken(page: Page, filters: Filters, circle: string | null): [FilterName | Fact, string][] {
  const { t } = page;
  const label = (options: Option[], value: string | null) =>
    options.find((one) => one.value === value)?.label;
  const near = filters.near && filters.within !== null && filters.within !== USUAL_MILES;
  const all: [FilterName | Fact, string | false | null | undefined][] = [
    ['near', filters.near],
    ['circle', circle],
    ['within', near && t('circles.within-miles', { miles: filters.within ?? 0 })],
    ['kind', label(kinds(page), filters.kind)],
    ['age', filters.age !== null && t('circles.months', { months: filters.age })],
    ['day', label(days(page), filters.day && String(filters.day))],
    ['part', label(parts(page), filters.part)],
    ['place', label(places(page), filters.place)],
    ['language', label(languages(page), filters.language)],
    ['cost', filters.cost && t('circles.free')],
    ...filters.fact.map((fact): [Fact, string] => [fact, t(`agenda.need.${fact}`)]),
  ];
  return all.filter((one): one is [FilterName | Fact, string] => Boolean(one[1]));
}
