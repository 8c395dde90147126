import type { Page } from '../../../ui/index.ts';
import {
  Actions,
  asset,
  Button,
  ButtonLink,
  Face,
  Form,
  Layout,
  PageHead,
  PostText,
  Section,
} from '../../../ui/index.ts';
import { HoursLine } from '../../pairs/index.ts';
import type { Passkey } from '../mine.ts';
import { Passkeys } from './passkeys.tsx';

export interface MeProps {
  page: Page;
  name: string;
  about: string;
  /** Minutes she gave and received one to one. */
  hours: { given: number; received: number };
  email: string;
  passkeys: Passkey[];
  fresh: boolean;
  /** She is one of those who call. */
  calls: boolean;
}

/** Her own place: who she is here, what she told us, how she gets in, and what is hers. */
export function MePage({ page, name, about, hours, email, passkeys, fresh, calls }: MeProps) {
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t('accounts.me')}
      current="me"
      head={<script type="module" src={asset('passkey.js')} />}
    >
      <Face name={name} large />
      <PageHead title={name} lead={about ? undefined : t('accounts.me-story-none')} />
      {about && <PostText text={about} />}
      <ButtonLink href="/me/details" look="plain" icon="edit">
        {t('accounts.details-change')}
      </ButtonLink>
      <Section title={t('accounts.answers')} id="answers">
        <p class="quiet">{t('accounts.answers-lead')}</p>
        <ButtonLink href="/welcome" look="plain">
          {t('accounts.answers-link')}
        </ButtonLink>
      </Section>
      <Section title={t('accounts.told')} id="told">
        <p class="quiet">{t('accounts.told-lead')}</p>
        <ButtonLink href="/me/notifications" look="plain" icon="bell">
          {t('accounts.told-link')}
        </ButtonLink>
      </Section>
      <Section title={t('accounts.others')} id="others">
        <Actions>
          <ButtonLink href="/messages" look="plain" icon="message">
            {t('accounts.messages')}
          </ButtonLink>
          <ButtonLink href="/ecomap" look="plain" icon="family">
            {t('accounts.map')}
          </ButtonLink>
          <ButtonLink href="/mentoring" look="plain" icon="peer">
            {t('accounts.one-to-one')}
          </ButtonLink>
          <ButtonLink href="/programs" look="plain" icon="peer">
            {t('programs.title')}
          </ButtonLink>
          <ButtonLink href="/pairs" look="plain" icon="peer">
            {t('pairs.title')}
          </ButtonLink>
          <ButtonLink href="/help-calendars" look="plain" icon="calendar">
            {t('help-calendars.title')}
          </ButtonLink>
          <ButtonLink href="/people" look="plain" icon="family">
            {t('people.title')}
          </ButtonLink>
          <ButtonLink href="/asks/offers" look="plain" icon="hug">
            {t('asks.offers.title')}
          </ButtonLink>
          <ButtonLink href="/me/listening" look="plain" icon="hug">
            {t('first-reply.listen-link')}
          </ButtonLink>
          {calls && (
            <ButtonLink href="/callbacks" look="plain" icon="phone">
              {t('callbacks.queue')}
            </ButtonLink>
          )}
          {page.viewer?.role !== 'member' && (
            <ButtonLink href="/moderation" look="plain" icon="flag">
              {t('accounts.moderation')}
            </ButtonLink>
          )}
          {page.viewer?.role === 'coordinator' && (
            <ButtonLink href="/community" look="plain" icon="home">
              {t('accounts.community')}
            </ButtonLink>
          )}
        </Actions>
        <HoursLine page={page} {...hours} />
      </Section>
      <Section title={t('accounts.me-sign-in')} id="sign-in">
        <p>{email}</p>
        <Passkeys page={page} passkeys={passkeys} fresh={fresh} />
        <ButtonLink href="/me/sessions" look="plain" icon="device">
          {t('accounts.sessions-show')}
        </ButtonLink>
      </Section>
      <Section title={t('accounts.safe')} id="safe">
        <Actions>
          <ButtonLink href="/me/blocks" look="plain" icon="hidden">
            {t('accounts.export.blocks')}
          </ButtonLink>
          <ButtonLink href="/me/reports" look="plain" icon="flag">
            {t('accounts.export.reports')}
          </ButtonLink>
          <ButtonLink href="/me/decisions" look="plain" icon="message">
            {t('safety.me-title')}
          </ButtonLink>
        </Actions>
      </Section>
      <Section title={t('accounts.me-data')} id="data">
        <p class="quiet">{t('accounts.me-data-lead')}</p>
        <Actions>
          <ButtonLink href="/me/export/page" look="plain" icon="download">
            {t('accounts.export')}
          </ButtonLink>
          <ButtonLink href="/me/erasure" look="text">
            {t('accounts.erase')}
          </ButtonLink>
        </Actions>
      </Section>
      <SignOut page={page} />
    </Layout>
  );
}

/** Out of this browser. */
function SignOut({ page }: { page: Page }) {
  return (
    <section class="section rule">
      <p class="quiet">{page.t('accounts.sign-out-lead')}</p>
      <Form page={page} action="/sign-out" inline forgets>
        <Button look="plain" icon="exit">
          {page.t('accounts.sign-out')}
        </Button>
      </Form>
    </section>
  );
}
