import type { Raw } from '../../../platform/http/index.ts';
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
  TextInput,
} from '../../../ui/index.ts';
import { whenThere } from '../describing.ts';
import type { View } from '../gathering-view.ts';
import { pathOf } from '../paths.ts';
import { capacityHint, one } from './form-part.ts';
import { Length } from './form-when.tsx';

/** What may be different about one of its times alone. */
export function OccurrenceFormPage(p: { page: Page; view: View; raw: Raw; errors?: Errors }) {
  const { page, view, raw, errors = {} } = p;
  const { t } = page;
  const { gathering, occurrence } = view;
  const back = pathOf(gathering.gatheringId, occurrence.occurrenceId);
  const box = { page, autocomplete: 'off' } as const;
  return (
    <Layout page={page} title={t('gatherings.span.one')} current="calendar" narrow>
      <PageHead
        title={t('gatherings.span.one')}
        lead={whenThere(page, gathering, occurrence)}
        back={{ href: back, label: gathering.title }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form
        page={page}
        action={`${pathOf(gathering.gatheringId)}/edit?occurrence=${occurrence.occurrenceId}&span=one`}
      >
        <div class="split">
          <TextInput
            {...box}
            name="date"
            type="date"
            label={t('gatherings.form.date')}
            value={one(raw, 'date')}
            error={errors.date}
          />
          {!gathering.allDay && (
            <TextInput
              {...box}
              name="startTime"
              type="time"
              label={t('gatherings.form.time')}
              value={one(raw, 'startTime')}
              error={errors.startTime}
            />
          )}
        </div>
        <Length page={page} raw={raw} errors={errors} />
        <TextInput
          {...box}
          name="title"
          label={t('gatherings.form.other-title')}
          hint={t('gatherings.form.as-always', { value: gathering.title })}
          value={one(raw, 'title')}
          error={errors.title}
          maxlength={120}
          optional
        />
        {gathering.place !== 'online' && (
          <TextInput
            {...box}
            name="venue"
            label={t('gatherings.form.other-venue')}
            hint={gathering.venue ? t('gatherings.form.as-always', { value: gathering.venue }) : undefined}
            value={one(raw, 'venue')}
            error={errors.venue}
            maxlength={160}
            optional
          />
        )}
        <TextArea
          page={page}
          name="note"
          label={t('gatherings.form.note')}
          hint={t('gatherings.form.note-hint')}
          value={one(raw, 'note')}
          error={errors.note}
          rows={2}
          maxlength={300}
          optional
        />
        <TextInput
          {...box}
          name="capacity"
          label={t('gatherings.form.capacity')}
          hint={capacityHint({ page, taken: occurrence.seatsTaken })}
          value={one(raw, 'capacity')}
          error={errors.capacity}
          inputmode="numeric"
          chars={8}
          optional
        />
        <Actions>
          <Button>{t('gatherings.save')}</Button>
          <ButtonLink href={back} look="text">
            {t('gatherings.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
