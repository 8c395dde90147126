import {
  Actions,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  PostText,
  Stack,
  Time,
} from '../../../ui/index.ts';
import { updatePath } from '../paths.ts';
import type { Update } from '../update.ts';

/** What she told her people, and what she has begun to. */
export function UpdatesPage({ page, updates }: { page: Page; updates: Update[] }) {
  const { t } = page;
  const write = (
    <ButtonLink href="/people/updates/new" icon="edit">
      {t('people.update-new')}
    </ButtonLink>
  );
  return (
    <Layout page={page} title={t('people.updates')} current="me">
      <PageHead
        title={t('people.updates')}
        lead={t('people.updates-lead')}
        back={{ href: '/people', label: t('people.title') }}
      >
        {updates.length > 0 && <Actions>{write}</Actions>}
      </PageHead>
      {updates.length === 0 ? (
        <EmptyState drawing="letter" title={t('people.updates-empty')}>
          {write}
        </EmptyState>
      ) : (
        <Stack list>
          {updates.map((update) => (
            <Card as="li">
              <UpdateLine page={page} update={update} />
              <PostText text={update.text} />
              <Actions>
                <ButtonLink href={updatePath(update.updateId)} look="plain">
                  {t(update.toldAt ? 'people.update-open' : 'people.update-go-on')}
                </ButtonLink>
              </Actions>
            </Card>
          ))}
        </Stack>
      )}
    </Layout>
  );
}

/** When it was told, and whether it was edited since; of a draft, that it is one. */
export function UpdateLine({ page, update }: { page: Page; update: Update }) {
  const { t } = page;
  if (!update.toldAt)
    return (
      <div class="chips">
        <Chip tint="gold">{t('people.update-draft')}</Chip>
      </div>
    );
  return (
    <p class="quiet">
      <Time page={page} at={update.toldAt} shape="moment" />
      {update.editedAt && ` · ${t('people.update-edited')}`}
    </p>
  );
}
