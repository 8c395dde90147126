import {
  Card,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
  Time,
  written,
} from '../../../ui/index.ts';
import type { BehindBlock } from '../reporting.ts';

/** What somebody wrote to her before a block: to be reported, and for nothing else. */
export function BehindBlocksPage({ page, talks }: { page: Page; talks: BehindBlock[] }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('messages.behind')} current="me">
      <PageHead
        title={t('messages.behind')}
        lead={t('messages.behind-lead')}
        back={{ href: '/messages', label: t('messages.title') }}
      />
      {talks.length === 0 && <EmptyState drawing="porch" title={t('messages.behind-none')} />}
      {talks.map(({ talkId, otherName, messages }) => (
        <Section title={otherName} id={`t-${talkId}`}>
          <Stack list>
            {messages.map(({ messageId, body, createdAt }) => (
              <Card as="li" quiet>
                <div class="post-body" id={`m-${messageId}`}>
                  {written(body)}
                </div>
                <div class="asides">
                  <a
                    href={`/messages/${talkId}/messages/${messageId}/report`}
                    aria-describedby={`m-${messageId}`}
                  >
                    {t('messages.report')}
                  </a>
                  <span class="quiet">
                    <Time page={page} at={createdAt} />
                  </span>
                </div>
              </Card>
            ))}
          </Stack>
        </Section>
      ))}
    </Layout>
  );
}
