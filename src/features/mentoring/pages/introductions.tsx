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
  PostText,
  Section,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { ProgramBasics } from '../../programs/index.ts';
import type { Introduction } from '../introduction.ts';
import type { MentorOffer } from '../mentor-offer.ts';

interface Props {
  page: Page;
  introductions: Introduction[];
  offer: MentorOffer | null;
  /** The mentoring programs that take mothers and mentors now. */
  programs: ProgramBasics[];
  /** A program brought her together with somebody. */
  paired: boolean;
  /** She waits for a mentor in a program. */
  asked: boolean;
}

/** Both sides of one to one: whom she asked, who asked her, and what she offers. */
export function IntroductionsPage({ page, introductions, offer, programs, paired, asked }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={t('mentoring.title')} current="me">
      <PageHead
        title={t('mentoring.title')}
        lead={t('mentoring.lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {paired && (
        <ButtonLink href="/pairs" look="plain" icon="peer">
          {t('mentoring.pairs')}
        </ButtonLink>
      )}
      {asked && (
        <ButtonLink href="/matches" look="plain" icon="clock">
          {t('mentoring.asked')}
        </ButtonLink>
      )}
      {introductions.length === 0 ? (
        <EmptyState title={t('mentoring.empty.title')} drawing="cup">
          <p>{t('mentoring.empty.text')}</p>
          <ButtonLink href="/plan">{t('mentoring.empty.plan')}</ButtonLink>
        </EmptyState>
      ) : (
        <Stack list>
          {introductions.map((one) => (
            <IntroductionCard page={page} one={one} />
          ))}
        </Stack>
      )}
      {programs.length > 0 && (
        <Section id="programs" title={t('mentoring.programs.title')}>
          <p>{t('mentoring.programs.text')}</p>
          <ul class="plain-list">
            {programs.map(({ id, name }) => (
              <li>
                <a href={`/programs/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="yours" title={t('mentoring.yours.title')}>
        <p class="quiet">
          {t(
            !offer
              ? 'mentoring.yours.none'
              : offer.paused
                ? 'mentoring.yours.paused'
                : 'mentoring.yours.open',
          )}
        </p>
        <ButtonLink href="/mentoring/offer" look="plain">
          {t(offer ? 'mentoring.yours.change' : 'mentoring.yours.offer')}
        </ButtonLink>
      </Section>
    </Layout>
  );
}

function IntroductionCard({ page, one }: { page: Page; one: Introduction }) {
  const { t } = page;
  const waits = one.state === 'asked';
  const name = one.otherName;
  return (
    <Card as="li" lit={waits && !one.iAsked}>
      <h2>{t(one.iAsked ? 'mentoring.card.youAsked' : 'mentoring.card.askedYou', { name })}</h2>
      <p class="quiet">
        {t(`mentoring.state.${one.state}`)} · <Time page={page} at={one.createdAt} />
      </p>
      {one.message && <PostText text={one.message} />}
      <Actions>
        {one.state === 'accepted' && one.circleId && (
          <>
            <ButtonLink href={`/circles/${one.circleId}`}>{t('mentoring.card.open')}</ButtonLink>
            <ButtonLink href={`/introductions/${one.id}/calls/new`} look="plain" icon="clock">
              {t('mentoring.card.call')}
            </ButtonLink>
          </>
        )}
        {waits && !one.iAsked && (
          <>
            <Form page={page} action={`/introductions/${one.id}/acceptance`} inline>
              <Button>{t('mentoring.card.accept')}</Button>
            </Form>
            <Form page={page} action={`/introductions/${one.id}/refusal`} inline>
              <Button look="text">{t('mentoring.card.decline')}</Button>
            </Form>
          </>
        )}
        {waits && one.iAsked && (
          <Form page={page} action={`/introductions/${one.id}/withdrawal`} inline>
            <Button look="text">{t('mentoring.card.withdraw')}</Button>
          </Form>
        )}
      </Actions>
    </Card>
  );
}
