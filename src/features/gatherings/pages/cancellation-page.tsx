import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  TextArea,
} from '../../../ui/index.ts';
import { whenThere } from '../describing.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';

interface CancellationProps {
  page: Page;
  view: View;
  /** All that lies ahead, or this one time. */
  whole: boolean;
  note?: string;
  errors?: Errors;
}

/** Before something is called off: what that means, and a line to those who meant to come. */
export function CancellationPage({ page, view, whole, note, errors }: CancellationProps) {
  const { t } = page;
  const { gathering, occurrence } = view;
  const name = occurrence.title ?? gathering.title;
  const title = t(whole ? 'gatherings.cancel-all-title' : 'gatherings.cancel-one-title', { name });
  const back = pathOf(gathering.gatheringId, occurrence.occurrenceId);
  const path = whole ? pathOf(gathering.gatheringId) : back;
  return (
    <Layout page={page} title={title} current="calendar" narrow>
      <PageHead
        title={title}
        lead={whole ? t('gatherings.cancel-all-lead') : whenThere(page, gathering, occurrence)}
        back={{ href: back, label: name }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`${path}/cancellation`}>
        <TextArea
          page={page}
          name="note"
          label={t('gatherings.cancel-note')}
          hint={t('gatherings.cancel-note-hint')}
          rows={3}
          maxlength={300}
          value={note}
          error={errors?.note}
          optional
        />
        <Actions>
          <Button look="danger">{t('gatherings.cancel-now')}</Button>
          <ButtonLink href={back} look="text">
            {t('gatherings.keep')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
