import { TOPICS } from '../../../matching/index.ts';
import { Actions, Button, Checkbox, Disclosure, Form, type Page } from '../../../ui/index.ts';
import {
  AskedFor as Chips,
  Choice,
  CommonChoice,
  DistanceAndAge,
  FreeOnly,
  labelIn,
  NearField,
  spokenCommon,
} from '../../finding/index.ts';
import {
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
        <NearField page={page} filters={filters} />
        <OwnChoice page={page} filters={filters} name="stage" />
      </div>
      <Disclosure summary={t('finding.more')}>
        <DistanceAndAge page={page} filters={filters} gentle={gentle} />
        <MoreFilters page={page} filters={filters} />
      </Disclosure>
      <Actions>
        <Button icon="search">{t('circles.find')}</Button>
      </Actions>
    </Form>
  );
}

function MoreFilters({ page, filters }: { page: Page; filters: Filters }) {
  return (
    <>
      <div class="split">
        <OwnChoice page={page} filters={filters} name="topic" />
        <CommonChoice page={page} filters={filters} name="language" />
      </div>
      <div class="split">
        <CommonChoice page={page} filters={filters} name="day" />
        <CommonChoice page={page} filters={filters} name="part" />
      </div>
      <div class="split">
        <CommonChoice page={page} filters={filters} name="place" />
        <OwnChoice page={page} filters={filters} name="faith" />
      </div>
      <div>
        <Checkbox
          page={page}
          name="childcare"
          label={page.t('circles.childcare')}
          checked={filters.childcare}
        />
        <FreeOnly page={page} filters={filters} />
      </div>
    </>
  );
}

const stages = ({ t }: Page) => STAGES_OFFERED.map((value) => ({ value, label: t(`words.stage.${value}`) }));
const topics = ({ t }: Page) => TOPICS.map((value) => ({ value, label: t(`words.topic.${value}`) }));
const faiths = ({ t }: Page) =>
  FAITHS_OFFERED.map((value) => ({
    value,
    label: value === 'none' ? t('circles.faith-none') : t(`words.faith.${value}`),
  }));

/** What is asked of circles alone. */
const OWN = { stage: stages, topic: topics, faith: faiths } as const;

function OwnChoice({ page, filters, name }: { page: Page; filters: Filters; name: keyof typeof OWN }) {
  const label = page.t(`circles.by.${name}`);
  return <Choice page={page} name={name} label={label} value={filters[name]} options={OWN[name](page)} />;
}

/** What is being asked, each with its way out. */
export function AskedFor({ page, filters }: { page: Page; filters: Filters }) {
  const common = spokenCommon({ page, filters }, USUAL_MILES);
  const said: [FilterName, string | false | undefined][] = [
    ['near', common.near],
    ['within', common.within],
    ['stage', labelIn(stages(page), filters.stage)],
    ['age', common.age],
    ['topic', labelIn(topics(page), filters.topic)],
    ['language', common.language],
    ['day', common.day],
    ['part', common.part],
    ['place', common.place],
    ['childcare', filters.childcare && page.t('circles.childcare')],
    ['cost', common.cost],
    ['faith', labelIn(faiths(page), filters.faith)],
  ];
  const asked = said.flatMap(([name, label]) =>
    label ? [{ label, out: finderPath(without(filters, name)) }] : [],
  );
  return <Chips page={page} asked={asked} />;
}
