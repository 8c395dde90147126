import type { Page } from '../../../ui/index.ts';
import { Button, Chip, Form, formatTime, Layout, PageHead, Stack } from '../../../ui/index.ts';
import { deviceName, type Session } from '../mine.ts';

/** Where she is signed in, and the way out of each. */
export function SessionsPage({ page, sessions, here }: { page: Page; sessions: Session[]; here: string }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('accounts.sessions')} current="me">
      <PageHead
        title={t('accounts.sessions')}
        lead={t('accounts.sessions-lead')}
        back={{ href: '/me', label: t('accounts.me') }}
      />
      <div>
        {sessions.map((session) => (
          <SessionLine page={page} session={session} here={session.id === here} />
        ))}
      </div>
      <Stack>
        {sessions.length > 1 && (
          <Form page={page} action="/me/sessions/others/removal" inline>
            <Button look="plain">{t('accounts.sessions-others')}</Button>
          </Form>
        )}
        <Form page={page} action="/me/sessions/removal" inline forgets>
          <Button look="text">{t('accounts.sign-out-everywhere')}</Button>
        </Form>
      </Stack>
    </Layout>
  );
}

function SessionLine({ page, session, here }: { page: Page; session: Session; here: boolean }) {
  const { t } = page;
  const device = deviceName(t, session.device);
  return (
    <div class="rule">
      <div>
        <p>{device}</p>
        <p class="quiet">{t('accounts.session-last', { when: lastUse(page, session) })}</p>
      </div>
      {here ? (
        <Chip tint="gold" icon="check">
          {t('accounts.session-here')}
        </Chip>
      ) : (
        <Form page={page} action={`/me/sessions/${session.id}/removal`} inline>
          <Button look="plain" label={t('accounts.session-end-named', { device })}>
            {t('accounts.session-end')}
          </Button>
        </Form>
      )}
    </div>
  );
}

// Use is noted once a day, so an hour would claim more than is known.
const lastUse = (page: Page, { lastUsed }: Session): string => formatTime(page, lastUsed, 'date');
