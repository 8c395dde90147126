import { Actions, Button, Form, Note, PostText, RadioGroup, Section, TextArea } from '../../../ui/index.ts';
import type { CasePageProps } from './case-page.tsx';

/** She disagrees: heard by somebody who neither decided nor is in the circle. */
export function AppealSection({ page, base, file, refused }: CasePageProps) {
  const { t } = page;
  const appeal = file.appeal!;
  return (
    <Section title={t('safety.appeal')} id="appeal">
      <PostText text={appeal.words} />
      {appeal.answer && (
        <Note>
          <PostText text={appeal.answer} />
        </Note>
      )}
      {!appeal.answer && !appeal.mayHear && <p class="quiet">{t('safety.heard-by-others')}</p>}
      {!appeal.answer && appeal.mayHear && (
        <Form page={page} action={`${base}/hearing`}>
          <RadioGroup
            page={page}
            name="finding"
            label={t('safety.finding')}
            column
            options={(['uphold', 'overturn'] as const).map((value) => ({
              value,
              label: t(`safety.finding.${value}`),
            }))}
            value={String(refused?.raw.finding ?? '')}
            error={refused?.errors.finding}
          />
          <TextArea
            page={page}
            name="answer"
            label={t('safety.answer')}
            hint={t('safety.answer-hint')}
            rows={3}
            maxlength={2000}
            value={String(refused?.raw.answer ?? '')}
            error={refused?.errors.answer}
          />
          <Actions>
            <Button>{t('safety.hear')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
