import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Layout,
  type Page,
  PageHead,
  Time,
} from '../../../ui/index.ts';
import type { Bundle } from '../bundle.ts';
import { givesBack } from '../reminding-words.ts';
import { beginningOf, sentence } from '../wording.ts';

/** What happened while she was away, newest first. */
export function InboxPage({ page, bundles }: { page: Page; bundles: Bundle[] }) {
  const { t } = page;
  if (bundles.length === 0) return <NothingYet page={page} />;
  return (
    <Layout page={page} title={t('notifications.title')}>
      <PageHead title={t('notifications.title')} />
      <ul class="news">
        {bundles.map((one) => (
          <NewsItem page={page} bundle={one} />
        ))}
      </ul>
      <Actions>
        {bundles.some(({ seen }) => !seen) && (
          <Form page={page} action="/notifications/seen" inline>
            <Button look="plain" icon="check">
              {t('notifications.see-all')}
            </Button>
          </Form>
        )}
        <ButtonLink href="/me/notifications" look="text">
          {t('notifications.settings-link')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}

function NewsItem({ page, bundle }: { page: Page; bundle: Bundle }) {
  const beginning = beginningOf(bundle);
  return (
    <li class={bundle.seen ? undefined : 'news-unseen'}>
      <a href={bundle.path}>
        {!bundle.seen && <span class="unseen">{page.t('notifications.new')}</span>}
        {sentence(page, bundle)}
      </a>
      {beginning && <p class="quiet">{page.t('notifications.beginning', { words: beginning })}</p>}
      <p class="quiet">
        <Time page={page} at={bundle.at} />
      </p>
      {givesBack(bundle) && <GiveBack page={page} bundle={bundle} />}
    </li>
  );
}

/** Her place at what it reminds of, given back with one tap; where that leads, one more takes it back. */
function GiveBack({ page, bundle }: { page: Page; bundle: Bundle }) {
  const says = page.t('coming.cannot-button');
  return (
    <Form page={page} action={`${bundle.path}/rsvp`} inline>
      <Button look="plain" name="answer" value="no" label={`${says}: ${sentence(page, bundle)}`}>
        {says}
      </Button>
    </Form>
  );
}

function NothingYet({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('notifications.title')}>
      <EmptyState title={t('notifications.none')} heading drawing="letter">
        <p class="quiet">{t('notifications.none-why')}</p>
        <Actions>
          <ButtonLink href="/circles" look="plain">
            {t('notifications.none-circles')}
          </ButtonLink>
          <ButtonLink href="/me/notifications" look="text">
            {t('notifications.settings-link')}
          </ButtonLink>
        </Actions>
      </EmptyState>
    </Layout>
  );
}
