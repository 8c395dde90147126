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
import { circleName } from '../../circle-names/index.ts';
import { CareNote } from '../../danger/index.ts';
import type { Circle } from '../circle.ts';

interface RequestProps {
  page: Page;
  circle: Circle;
  answers?: string[];
  errors?: Errors;
}

/** Asking for a place: the circle's own questions, each of which may stay empty. */
export function RequestPage({ page, circle, answers = [], errors }: RequestProps) {
  const { t } = page;
  const questions = circle.questions.length > 0 ? circle.questions : [t('circles.usual-question')];
  return (
    <Layout
      page={page}
      title={t('circles.ask-title', { name: circleName(page, circle) })}
      current="circles"
      narrow
    >
      <PageHead
        title={t('circles.ask-title', { name: circleName(page, circle) })}
        lead={t('circles.ask-lead')}
        back={{ href: `/circles/${circle.circleId}`, label: circleName(page, circle) }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`/circles/${circle.circleId}/request`}>
        {questions.map((question, i) => (
          <TextArea
            page={page}
            name={`answer${i}`}
            label={question}
            rows={3}
            maxlength={1000}
            value={answers[i]}
            error={errors?.[`answer${i}`]}
            optional
          />
        ))}
        <CareNote page={page} />
        <Actions>
          <Button>{t('circles.send-request')}</Button>
          <ButtonLink href={`/circles/${circle.circleId}`} look="text">
            {t('circles.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
