import { Button, Form, type Page } from '../../../ui/index.ts';
import type { Talk } from '../talk.ts';

/** What one seldom wants: her profile, closing, blocking, reporting. */
export function TalkAsides({ page, talk }: { page: Page; talk: Talk }) {
  const { t } = page;
  const member = `/members/${talk.otherId}`;
  return (
    <div class="asides section">
      <a href={member}>{t('messages.profile', { name: talk.otherName })}</a>
      {talk.state === 'open' && (
        <Form page={page} action={`/messages/${talk.talkId}/closing`} inline>
          <Button look="text">{t('messages.close')}</Button>
        </Form>
      )}
      <a href={`${member}/block`}>{t('messages.block')}</a>
      <a href={`/reports/new?kind=member&id=${talk.otherId}`}>{t('messages.report')}</a>
    </div>
  );
}
