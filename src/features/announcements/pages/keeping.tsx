import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { Announcement } from '../announcement.ts';

/** The coordinators' list: what stands, what was withdrawn, and a new one. */
export function KeepingPage({ page, announcements }: { page: Page; announcements: Announcement[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('announcements.title')} current="me">
      <PageHead
        title={t('announcements.title')}
        lead={t('announcements.keeping-lead')}
        back={{ href: '/community', label: t('admin.title') }}
      />
      <Actions>
        <ButtonLink href="/community/announcements/new" icon="plus">
          {t('announcements.new')}
        </ButtonLink>
        <ButtonLink href="/announcements" look="text">
          {t('announcements.as-seen')}
        </ButtonLink>
      </Actions>
      {announcements.length === 0 && <Note>{t('announcements.none')}</Note>}
      <Stack list>
        {announcements.map((one) => (
          <Kept page={page} announcement={one} />
        ))}
      </Stack>
    </Layout>
  );
}

function Kept({ page, announcement }: { page: Page; announcement: Announcement }) {
  const { t } = page;
  const { id, title, language, publishedAt, withdrawnAt } = announcement;
  const here = `/community/announcements/${id}`;
  return (
    <Card as="li" quiet={withdrawnAt !== null}>
      {withdrawnAt && (
        <div class="chips">
          <Chip icon="hidden">{t('announcements.withdrawn')}</Chip>
        </div>
      )}
      <h2 lang={language}>{title}</h2>
      <p class="quiet">
        <Time page={page} at={publishedAt} shape="date" />
      </p>
      <Actions>
        <ButtonLink href={`${here}/edit`} look="plain" label={t('announcements.edit-named', { title })}>
          {t('announcements.edit')}
        </ButtonLink>
        <Form page={page} action={`${here}/${withdrawnAt ? 'return' : 'withdrawal'}`} inline>
          <Button
            look="text"
            label={t(withdrawnAt ? 'announcements.return-named' : 'announcements.withdraw-named', { title })}
          >
            {t(withdrawnAt ? 'announcements.return' : 'announcements.withdraw')}
          </Button>
        </Form>
      </Actions>
    </Card>
  );
}
