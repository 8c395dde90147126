import {
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { Ask } from '../ask.ts';
import type { Introduction } from '../introduction.ts';
import { whatSaid, whenSaid } from './needed.ts';

interface Props {
  page: Page;
  asks: Ask[];
  introductions: Introduction[];
}

/** What she asked for, and what she has been asked. */
export function AsksPage({ page, asks, introductions }: Props) {
  const { t } = page;
  const waiting = introductions.filter(({ stands }) => stands);
  const helping = introductions.filter(({ state }) => state === 'accepted');
  return (
    <Layout page={page} title={t('asks.title')} current="ask">
      <PageHead title={t('asks.title')} back={{ href: '/ask', label: t('asks.doors.title') }} />
      {waiting.length > 0 && (
        <Asked page={page} title={t('asks.asked-you')} id="asked-you" those={waiting} lit />
      )}
      {asks.length === 0 ? (
        <EmptyState title={t('asks.none')} drawing="cup">
          <p>{t('asks.none-lead')}</p>
          <ButtonLink href="/ask">{t('asks.doors.title')}</ButtonLink>
        </EmptyState>
      ) : (
        <Section title={t('asks.yours')} id="yours">
          <Stack list>
            {asks.map((ask) => (
              <AskCard page={page} ask={ask} />
            ))}
          </Stack>
        </Section>
      )}
      {helping.length > 0 && <Asked page={page} title={t('asks.you-help')} id="you-help" those={helping} />}
      <p class="rule">
        <span>{t('asks.doors.offer')}</span>
        <ButtonLink href="/asks/offers" look="plain" icon="hug">
          {t('asks.offers.title')}
        </ButtonLink>
      </p>
    </Layout>
  );
}

function AskCard({ page, ask }: { page: Page; ask: Ask }) {
  const { t } = page;
  return (
    <Card as="li">
      <div class="chips">
        <Chip tint={ask.closedAt ? undefined : 'gold'}>{t(`asks.state.${ask.closedAs ?? 'open'}`)}</Chip>
      </div>
      <h3>
        <a href={`/asks/${ask.askId}`}>{ask.words || whatSaid(page, ask)}</a>
      </h3>
      <p class="quiet">
        {whatSaid(page, ask)} · {whenSaid(page, ask)} · <Time page={page} at={ask.askedAt} />
      </p>
    </Card>
  );
}

interface AskedProps {
  page: Page;
  title: string;
  id: string;
  those: Introduction[];
  lit?: boolean;
}

function Asked({ page, title, id, those, lit }: AskedProps) {
  const { t } = page;
  return (
    <Section title={title} id={id}>
      <Stack list>
        {those.map((one) => (
          <Card as="li" lit={lit}>
            <h3>
              <a href={`/asks/introductions/${one.introductionId}`}>{one.askerName ?? whatSaid(page, one)}</a>
            </h3>
            <p class="quiet">
              {one.askerName && `${whatSaid(page, one)} · `}
              {whenSaid(page, one)}
              {one.thankedAt && ` · ${t('asks.thanked')}`}
            </p>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}
