import { DAYS, LANGUAGES, PARTS, TOPICS } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  Checkbox,
  Disclosure,
  Form,
  Icon,
  type Option,
  type Page,
  Select,
  TextInput,
} from '../../../ui/index.ts';
import {
  DISTANCES,
  FAITHS_OFFERED,
  type FilterName,
  type Filters,
  finderPath,
  STAGES_OFFERED,
  USUAL_MILES,
  without,
} from '../filters.ts';

interface FinderFormProps {
  page: Page;
  filters: Filters;
  /** After a loss a child's age is not asked. */
  gentle: boolean;
}

/** Where and for whom at first; the rest for whoever wants it. An address, so that it can be kept and shared. */
export function FinderForm({ page, filters, gentle }: FinderFormProps) {
  const { t } = page;
  return (
    <Form page={page} action="/circles" method="get" label={t('circles.find')}>
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
        <Choice page={page} name="stage" value={filters.stage} options={stages(page)} />
      </div>
      <Disclosure summary={t('circles.more-filters')}>
        <MoreFilters page={page} filters={filters} gentle={gentle} />
      </Disclosure>
      <Actions>
        <Button icon="search">{t('circles.find')}</Button>
      </Actions>
    </Form>
  );
}

function MoreFilters({ page, filters, gentle }: FinderFormProps) {
  const { t } = page;
  const distances = [...DISTANCES.map(String), 'any'].map((value) => ({
    value,
    label: value === 'any' ? t('circles.any-distance') : t('circles.within-miles', { miles: Number(value) }),
  }));
  return (
    <>
      <div class="split">
        <Select
          page={page}
          name="within"
          label={t('circles.within')}
          options={distances}
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
        <Choice page={page} name="topic" value={filters.topic} options={topics(page)} />
        <Choice page={page} name="language" value={filters.language} options={languages(page)} />
      </div>
      <div class="split">
        <Choice page={page} name="day" value={filters.day && String(filters.day)} options={days(page)} />
        <Choice page={page} name="part" value={filters.part} options={parts(page)} />
      </div>
      <div class="split">
        <Choice page={page} name="place" value={filters.place} options={places(page)} />
        <Choice page={page} name="faith" value={filters.faith} options={faiths(page)} />
      </div>
      <div>
        <Checkbox page={page} name="childcare" label={t('circles.childcare')} checked={filters.childcare} />
        <Checkbox
          page={page}
          name="cost"
          value="free"
          label={t('circles.free')}
          checked={filters.cost === 'free'}
        />
      </div>
    </>
  );
}

type Picked = 'stage' | 'topic' | 'language' | 'day' | 'part' | 'place' | 'faith';

function Choice(p: { page: Page; name: Picked; value: string | null; options: Option[] }) {
  const { t } = p.page;
  return (
    <Select
      page={p.page}
      name={p.name}
      label={t(`circles.by.${p.name}`)}
      empty={t('circles.any')}
      options={p.options}
      value={p.value ?? ''}
    />
  );
}

const stages = ({ t }: Page) => STAGES_OFFERED.map((value) => ({ value, label: t(`words.stage.${value}`) }));
const topics = ({ t }: Page) => TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }));
const languages = ({ t }: Page) => LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }));
const days = ({ t }: Page) => DAYS.map((day) => ({ value: String(day), label: t(`words.day.${day}`) }));
const parts = ({ t }: Page) => PARTS.map((value) => ({ value, label: t(`words.part.${value}`) }));
const places = ({ t }: Page) =>
  (['in-person', 'online'] as const).map((value) => ({ value, label: t(`words.place.${value}`) }));
const faiths = ({ t }: Page) =>
  FAITHS_OFFERED.map((value) => ({
    value,
    label: value === 'none' ? t('circles.faith-none') : t(`words.faith.${value}`),
  }));

/** What is being asked, each with its way out. */
export function AskedFor({ page, filters }: { page: Page; filters: Filters }) {
  const { t } = page;
  const asked = spoken(page, filters);
  if (asked.length === 0) return null;
  return (
    <ul class="chips asked-for" aria-label={t('circles.asked-for')}>
      {asked.map(([name, label]) => (
        <li>
          <a
            class="chip bare"
            href={finderPath(without(filters, name))}
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

function spoken(page: Page, filters: Filters): [FilterName, string][] {
  const { t } = page;
  const label = (options: Option[], value: string | null) =>
    options.find((one) => one.value === value)?.label;
  const near = filters.near && filters.within !== null && filters.within !== USUAL_MILES;
  const all: [FilterName, string | false | null | undefined][] = [
    ['near', filters.near],
    ['within', near && t('circles.within-miles', { miles: filters.within ?? 0 })],
    ['stage', label(stages(page), filters.stage)],
    ['age', filters.age !== null && t('circles.months', { months: filters.age })],
    ['topic', label(topics(page), filters.topic)],
    ['language', label(languages(page), filters.language)],
    ['day', label(days(page), filters.day && String(filters.day))],
    ['part', label(parts(page), filters.part)],
    ['place', label(places(page), filters.place)],
    ['childcare', filters.childcare && t('circles.childcare')],
    ['cost', filters.cost && t('circles.free')],
    ['faith', label(faiths(page), filters.faith)],
  ];
  return all.filter((one): one is [FilterName, string] => Boolean(one[1]));
}
