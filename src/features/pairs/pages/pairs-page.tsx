import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { Invitation } from '../inviting.ts';
import type { Pair } from '../pair.ts';
import { HoursLine } from './hours-line.tsx';
import { dayWords } from './words.ts';

interface Props {
  page: Page;
  pairs: Pair[];
  hours: { given: number; received: number };
  invitation: Invitation | undefined;
}

/** Her mentor, and the mothers she mentors. */
export function PairsPage({ page, pairs, hours, invitation }: Props) {
  const { t } = page;
  const together = pairs.filter(({ endedAt }) => endedAt === null);
  const before = pairs.filter(({ endedAt }) => endedAt !== null);
  return (
    <Layout page={page} title={t('pairs.title')} current="me">
      <PageHead
        title={t('pairs.title')}
        lead={t('pairs.lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {invitation && <BeenThere page={page} invitation={invitation} />}
      {pairs.length === 0 ? (
        <EmptyState title={t('pairs.empty.title')} drawing="cup">
          <p>{t('pairs.empty.text')}</p>
          <ButtonLink href="/mentoring" look="plain">
            {t('pairs.empty.link')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Stack list>
          {together.map((pair) => (
            <PairCard page={page} pair={pair} />
          ))}
        </Stack>
      )}
      <HoursLine page={page} {...hours} />
      {before.length > 0 && (
        <Section id="before" title={t('pairs.before')}>
          <Stack list>
            {before.map((pair) => (
              <PairCard page={page} pair={pair} />
            ))}
          </Stack>
        </Section>
      )}
    </Layout>
  );
}

function PairCard({ page, pair }: { page: Page; pair: Pair }) {
  const { t } = page;
  const name = pair.otherName;
  return (
    <Card as="li" lit={pair.asks || (pair.closingAskedAt !== null && pair.endedAt === null)}>
      <h2>
        <a href={`/pairs/${pair.id}`}>
          {t(pair.iMentor ? 'pairs.card.mentee' : 'pairs.card.mentor', { name })}
        </a>
      </h2>
      <p class="quiet">
        {pair.program} · {t('pairs.since')} <Time page={page} at={pair.startedAt} shape="date" />
      </p>
      {pair.endedAt ? (
        <p class="quiet">
          {t('pairs.ended')} <Time page={page} at={pair.endedAt} shape="date" />
        </p>
      ) : (
        <p>
          {pair.lastDay
            ? t('pairs.last-day', { day: dayWords(page, pair.lastDay) })
            : t(pair.iMentor ? 'pairs.first.mentor' : 'pairs.first.mentee', { name })}
        </p>
      )}
    </Card>
  );
}

/** A year on. Both "no"s are one tap, and neither is held against her. */
function BeenThere({ page, invitation }: { page: Page; invitation: Invitation }) {
  const { t } = page;
  return (
    <Card lit labelledby="been-there">
      <h2 id="been-there">{t('pairs.been-there.title')}</h2>
      <p>{t('pairs.been-there.text', { program: invitation.program })}</p>
      <Actions>
        <ButtonLink href={`/programs/${invitation.programId}/mentor`}>
          {t('pairs.been-there.more')}
        </ButtonLink>
        {(['later', 'never'] as const).map((answer) => (
          <Form page={page} action="/pairs/invitation" inline>
            <Button look="text" name="answer" value={answer}>
              {t(`pairs.been-there.${answer}`)}
            </Button>
          </Form>
        ))}
      </Actions>
    </Card>
  );
}
