import { Actions, Button, CheckboxGroup, Disclosure, Form, type Page } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
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
import { type FilterName, finderPath, USUAL_MILES, without } from '../filters.ts';
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
        <NearField page={page} filters={filters} />
        <Choice
          page={page}
          name="kind"
          label={t('agenda.by.kind')}
          value={filters.kind}
          options={kinds(page)}
        />
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
      <Disclosure summary={t('finding.more')}>
        <MoreFilters page={page} search={search} />
      </Disclosure>
      <Actions>
        <Button icon="search">{t('agenda.find')}</Button>
      </Actions>
    </Form>
  );
}

function MoreFilters({ page, search: { filters, gentle } }: Props) {
  return (
    <>
      <DistanceAndAge page={page} filters={filters} gentle={gentle} />
      <div class="split">
        <CommonChoice page={page} filters={filters} name="day" />
        <CommonChoice page={page} filters={filters} name="part" />
      </div>
      <div class="split">
        <CommonChoice page={page} filters={filters} name="place" />
        <CommonChoice page={page} filters={filters} name="language" />
      </div>
      <FreeOnly page={page} filters={filters} />
    </>
  );
}

const needs = ({ t }: Page) => FACTS.map((value) => ({ value, label: t(`agenda.need.${value}`) }));
const kinds = ({ t }: Page) => KINDS.map((value) => ({ value, label: t(`gatherings.kind.${value}`) }));

/** What is being asked, each with its way out. */
export function AskedFor({ page, search: { filters, month, circle } }: Props) {
  const common = spokenCommon({ page, filters }, USUAL_MILES);
  const said: [FilterName | Fact, string | null | undefined][] = [
    ['near', common.near],
    ['circle', circle && circleName(page, circle)],
    ['within', common.within],
    ['kind', labelIn(kinds(page), filters.kind)],
    ['age', common.age],
    ['day', common.day],
    ['part', common.part],
    ['place', common.place],
    ['language', common.language],
    ['cost', common.cost],
    ...filters.fact.map((fact): [Fact, string] => [fact, page.t(`agenda.need.${fact}`)]),
  ];
  const asked = said.flatMap(([name, label]) =>
    label ? [{ label, out: finderPath(without(filters, name), { month: month?.name }) }] : [],
  );
  return <Chips page={page} asked={asked} />;
}
