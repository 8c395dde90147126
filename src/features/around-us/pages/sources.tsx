import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Disclosure,
  EmptyState,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { Source } from '../source.ts';

/** Whom the community follows, and how that goes. */
export function SourcesPage({ page, sources }: { page: Page; sources: Source[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('around-us.sources')} current="me">
      <PageHead
        title={t('around-us.sources')}
        lead={t('around-us.sources-lead')}
        back={{ href: '/community', label: t('admin.title') }}
      />
      <Actions>
        <ButtonLink href="/community/sources/new" icon="plus">
          {t('around-us.new')}
        </ButtonLink>
        <ButtonLink href="/around-us" look="text">
          {t('around-us.as-seen')}
        </ButtonLink>
      </Actions>
      {sources.length === 0 && (
        <EmptyState title={t('around-us.nobody')} drawing="letter">
          <p class="quiet">{t('around-us.nobody-why')}</p>
        </EmptyState>
      )}
      <Stack list>
        {sources.map((source) => (
          <SourceCard page={page} source={source} />
        ))}
      </Stack>
    </Layout>
  );
}

function SourceCard({ page, source }: { page: Page; source: Source }) {
  const { t } = page;
  const { id, name, address, language, pausedAt, endedAt } = source;
  const here = `/community/sources/${id}`;
  const isOff = pausedAt !== null || endedAt !== null;
  return (
    <Card as="li" quiet={pausedAt !== null} labelledby={`s-${id}`}>
      {pausedAt && (
        <div class="chips">
          <Chip icon="hidden">{t('around-us.paused')}</Chip>
        </div>
      )}
      <h2 id={`s-${id}`} lang={language ?? undefined}>
        {name}
      </h2>
      <p class="quiet">{address}</p>
      <HowItGoes page={page} source={source} />
      <Actions>
        {!pausedAt && (
          <ButtonLink
            href={`/around-us?source=${id}`}
            look="plain"
            label={t('around-us.read-named', { name })}
          >
            {t('around-us.read')}
          </ButtonLink>
        )}
        <Form page={page} action={`${here}/${isOff ? 'return' : 'pause'}`} inline>
          <Button look="text" label={t(isOff ? 'around-us.return-named' : 'around-us.pause-named', { name })}>
            {t(isOff ? 'around-us.return' : 'around-us.pause')}
          </Button>
        </Form>
      </Actions>
      <Disclosure summary={t('around-us.remove')}>
        <Form page={page} action={`${here}/removal`}>
          <p>{t('around-us.remove-what', { name })}</p>
          <Actions>
            <Button look="danger" label={t('around-us.remove-named', { name })}>
              {t('around-us.remove-yes')}
            </Button>
          </Actions>
        </Form>
      </Disclosure>
    </Card>
  );
}

/** When it was last read, and in plain words what went wrong since. */
function HowItGoes({ page, source }: { page: Page; source: Source }) {
  const { t } = page;
  const { fetchedAt, triedAt, trouble, endedAt } = source;
  return (
    <>
      <p class="quiet">
        {fetchedAt ? (
          <>
            {t('around-us.last-read')} <Time page={page} at={fetchedAt} />
          </>
        ) : (
          t(triedAt ? 'around-us.never-read' : 'around-us.read-soon')
        )}
      </p>
      {trouble && (
        <Note tone="warm" icon="alert">
          <p>{t(`around-us.trouble.${trouble}`)}</p>
          {!endedAt && triedAt && (
            <p class="quiet">
              {t('around-us.tried')} <Time page={page} at={triedAt} />. {t('around-us.tries-again')}
            </p>
          )}
        </Note>
      )}
    </>
  );
}
