import type { Child } from 'hono/jsx';
import type { Raw } from '../../../platform/http/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';
import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  Layout,
  Note,
  PageHead,
  PostText,
  RadioGroup,
  TextArea,
  written,
} from '../../../ui/index.ts';
import { REASONS } from '../report.ts';
import type { Subject } from '../subject.ts';

interface ReportPageProps {
  page: Page;
  subject: Subject;
  /** Of a message: the room it stands in takes the report, since it alone can hand the message over. */
  room?: { action: string; back: string };
  refused?: { raw: Raw; errors: Errors };
}

/** What worries her about it, in one choice and as many words as she likes. */
export function ReportPage({ page, subject, room, refused }: ReportPageProps) {
  const { t } = page;
  const raw = refused?.raw;
  return (
    <Layout page={page} title={t('safety.report-title')} narrow>
      <PageHead
        title={t('safety.report-title')}
        lead={t(subject.kind === 'post' ? 'safety.report-lead-circle' : 'safety.report-lead')}
        back={{ href: room?.back ?? whereItIs(subject), label: t('safety.back') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <div class="flow">
        <Seen subject={subject} />
        {subject.context && (
          <p class="quiet">{t('safety.report-context', { count: subject.context.length })}</p>
        )}
        <Form page={page} action={room?.action ?? '/reports/new'}>
          {!room && <input type="hidden" name="kind" value={subject.kind} />}
          {!room && <input type="hidden" name="id" value={subject.id} />}
          <RadioGroup
            page={page}
            name="reason"
            label={t('safety.reason')}
            column
            options={REASONS.map((value) => ({ value, label: t(`safety.reason.${value}`) }))}
            value={typeof raw?.reason === 'string' ? raw.reason : undefined}
            error={refused?.errors.reason}
          />
          <TextArea
            page={page}
            name="note"
            label={t('safety.note')}
            optional
            maxlength={2000}
            value={typeof raw?.note === 'string' ? raw.note : ''}
            error={refused?.errors.note}
          />
          <Note tone="warm" icon="help">
            <p>
              {t('safety.danger-now')} <a href="/help-now">{t('ui.help-now')}</a>
            </p>
          </Note>
          <Actions>
            <Button>{t('safety.send')}</Button>
          </Actions>
        </Form>
      </div>
    </Layout>
  );
}

/** The thing itself, as it stands now: this is what moderators will see. */
export function Seen({
  subject,
  children,
}: {
  subject: Pick<Subject, 'kind' | 'name' | 'text'>;
  children?: Child;
}) {
  const isWritten = subject.kind !== 'member' && subject.kind !== 'circle';
  return (
    <Card quiet as="div">
      <p>
        <b>{subject.name}</b>
      </p>
      {subject.text && (
        <div class="post-body">{isWritten ? written(subject.text) : <PostText text={subject.text} />}</div>
      )}
      {children}
    </Card>
  );
}

const whereItIs = ({ kind, id, circleId }: Subject): string =>
  kind === 'member'
    ? `/members/${id}`
    : kind === 'gathering'
      ? `/gatherings/${id}`
      : `/circles/${circleId ?? id}`;
