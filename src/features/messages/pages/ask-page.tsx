import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  TextInput,
} from '../../../ui/index.ts';
import { type Boundaries, BoundariesCard } from '../../boundaries/index.ts';
import { CareNote } from '../../danger/index.ts';
import { type Askable, REASON_MOST, USUAL_REASONS } from '../asking.ts';
import { StandingNote } from './standing-note.tsx';

interface AskPageProps {
  page: Page;
  whom: Askable;
  /** What she asks of whoever writes to her; null: nothing is shown. */
  boundaries: Boundaries | null;
  refused?: { raw: Raw; errors: Errors };
}

/** Who and why is all that is sent; the words come after her yes. */
export function AskPage({ page, whom, boundaries, refused }: AskPageProps) {
  const { t } = page;
  const { name, memberId, before, standing } = whom;
  const typed = (field: string) => [refused?.raw[field] ?? ''].flat()[0];
  const title = t('messages.ask-title', { name });
  return (
    <Layout page={page} title={title} narrow>
      <PageHead
        title={title}
        lead={t('messages.ask-lead', { name })}
        back={{ href: `/members/${memberId}`, label: name }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <div class="flow">
        <StandingNote page={page} name={name} standing={standing} asking />
        <BoundariesCard page={page} boundaries={boundaries} name={name} />
        {before?.againAt && (
          <Note icon="clock">
            <p>{t('messages.again-after', { name, day: formatTime(page, before.againAt, 'day') })}</p>
          </Note>
        )}
        {!standing.awayUntil && !before?.againAt && (
          <Form page={page} action={`/members/${memberId}/message`}>
            <RadioGroup
              page={page}
              name="because"
              label={t('messages.why')}
              column
              options={USUAL_REASONS.map((value) => ({ value, label: t(`messages.because.${value}`) }))}
              value={typed('because')}
              error={refused?.errors.because}
            />
            <TextInput
              page={page}
              name="reason"
              label={t('messages.own-reason')}
              hint={t('messages.own-reason-hint')}
              optional
              maxlength={REASON_MOST}
              value={typed('reason')}
              error={refused?.errors.reason}
            />
            <CareNote page={page} />
            <Actions>
              <Button>{t('messages.ask')}</Button>
            </Actions>
          </Form>
        )}
      </div>
    </Layout>
  );
}
