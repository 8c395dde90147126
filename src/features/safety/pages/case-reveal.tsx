import { Actions, Button, Form, Note, PostText, Section, TextArea } from '../../../ui/index.ts';
import type { CasePageProps } from './case-page.tsx';

/** To learn who wrote without her name takes two, and she is told. */
export function RevealSection({ page, base, me, file, refused }: CasePageProps) {
  const { t } = page;
  const { reveal, revealed } = file;
  return (
    <Section title={t('safety.reveal')} id="reveal">
      {revealed && (
        <Note tone="warm">
          <p>{t('safety.revealed-is', { name: revealed.name })}</p>
        </Note>
      )}
      {!revealed && <p class="quiet">{t('safety.reveal-lead')}</p>}
      {reveal && (
        <>
          <p>{t('safety.reveal-asked-by', { name: reveal.asker ?? t('safety.somebody-gone') })}</p>
          <PostText text={reveal.reason} />
        </>
      )}
      {reveal && !reveal.agreed && reveal.askedBy !== me && (
        <Form page={page} action={`${base}/reveal/agreement`} inline>
          <Button look="danger">{t('safety.reveal-agree')}</Button>
        </Form>
      )}
      {reveal && !reveal.agreed && reveal.askedBy === me && <p class="quiet">{t('safety.reveal-waits')}</p>}
      {!reveal && (
        <Form page={page} action={`${base}/reveal`}>
          <TextArea
            page={page}
            id="f-why-reveal"
            name="why"
            label={t('safety.reveal-why')}
            hint={t('safety.reveal-why-hint')}
            rows={2}
            maxlength={2000}
            value=""
            error={refused?.errors.reveal}
          />
          <Actions>
            <Button look="plain">{t('safety.reveal-ask')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
