import {
  Actions,
  Button,
  Card,
  Form,
  formatTime,
  Note,
  type Page,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { rhythmOf, whereOf } from '../../circles/index.ts';
import type { LeadKnown, Waiting } from '../company.ts';
import type { Gathering } from '../figures.ts';
import { whoElseSuits } from '../filling.ts';
import { CARE } from '../paths.ts';
import { languagesSaid } from './saying.ts';

interface Props {
  page: Page;
  gathering: Gathering[];
  waiting: Waiting[];
  leads: LeadKnown[];
}
type OneProps = Omit<Props, 'gathering'> & { one: Gathering };

/** Circles that gather: how many said yes, until when, and what to do when too few did. */
export function GatheringCards({ page, gathering, ...there }: Props) {
  const { t } = page;
  return (
    <Section id="gathering" title={t('forming.care.gathering')}>
      {gathering.length === 0 && <p class="quiet">{t('forming.care.none-gather')}</p>}
      <Stack list>
        {gathering.map((one) => (
          <GatheringCard page={page} one={one} {...there} />
        ))}
      </Stack>
    </Section>
  );
}

function GatheringCard({ page, one, ...there }: OneProps) {
  const { t } = page;
  const where = [
    rhythmOf(page, { ...one, everyWeeks: 1 }),
    whereOf(page, { ...one, region: null }),
    languagesSaid(page, one.languages),
  ];
  return (
    <Card as="li" lit={one.short}>
      <h3>{one.name}</h3>
      <p class="quiet">{where.filter(Boolean).join(' · ')}</p>
      <p>{answersSaid(page, one)}</p>
      <p>{leadsSaid(page, one)}</p>
      {one.short ? (
        <Note tone="warm">{t(whyShort(one), { lower: one.lower, taken: one.taken })}</Note>
      ) : (
        <p class="quiet">{t('forming.care.until', { day: formatTime(page, one.answerBy, 'day') })}</p>
      )}
      {one.short && <Choices page={page} one={one} {...there} />}
    </Card>
  );
}

function answersSaid({ t, lang }: Page, { taken, asked, no }: Gathering): string {
  const said = [
    t('forming.care.said-yes', { count: taken }),
    ...(asked > 0 ? [t('forming.care.unanswered', { count: asked })] : []),
    ...(no > 0 ? [t('forming.care.said-no', { count: no })] : []),
  ];
  return `${new Intl.ListFormat(lang, { type: 'unit' }).format(said)}.`;
}

const whyShort = (one: Gathering) =>
  one.ledBy.length === 0 ? ('forming.care.unled' as const) : ('forming.care.short' as const);

function leadsSaid({ t, lang }: Page, { ledBy, leadsAsked, circleId }: Gathering): string {
  if (ledBy.length === 0) return t('forming.care.nobody-leads');
  const names = new Intl.ListFormat(lang, { type: 'conjunction' }).format(ledBy);
  if (circleId) return t('forming.care.led', { names });
  return t('forming.care.led-asked', { names, count: leadsAsked });
}

/** Ask more of the list, begin small, or let everybody go back to the list first in line. */
function Choices({ page, one, waiting, leads }: OneProps) {
  const { t } = page;
  const { seated, facilitators } = whoElseSuits(one, waiting, leads);
  const others = seated.length + facilitators.length;
  return (
    <Actions>
      {others > 0 && (
        <Form page={page} action={`${CARE}/circles/${one.id}/seats`} inline>
          <Button>{t('forming.care.ask-more', { count: others })}</Button>
        </Form>
      )}
      {one.circleId && one.taken > 0 && (
        <Form page={page} action={`${CARE}/circles/${one.id}/beginning`} inline>
          <Button look="plain">{t('forming.care.begin', { count: one.taken })}</Button>
        </Form>
      )}
      <Form page={page} action={`${CARE}/circles/${one.id}/dissolution`} inline>
        <Button look="plain">{t('forming.care.dissolve')}</Button>
      </Form>
    </Actions>
  );
}
