import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Disclosure,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  TextArea,
  written,
} from '../../../ui/index.ts';
import { type Photo, photoStrip } from '../../photos/index.ts';
import { nameOf, type StandingPost } from '../reported-post.ts';
import type { Template } from '../template.ts';
import { RuleField } from './case-decision.tsx';

interface Props {
  page: Page;
  post: StandingPost;
  photos: Photo[];
  /** How many answers go out of sight with it. */
  answers: number;
  reasons: Template[];
  charter: string;
  after: string;
  refused?: { raw: Raw; errors: Errors };
}

/** Out of sight with a reason: the likeliest is chosen already, so that on a hard night it is one tap more. */
export function TakedownPage({ page, post, photos, answers, reasons, charter, after, refused }: Props) {
  const { t } = page;
  const raw = refused?.raw;
  const errors = refused?.errors;
  const own = String(raw?.own ?? '');
  return (
    <Layout page={page} title={t('safety.takedown-title')} current="circles" narrow>
      <PageHead
        title={t('safety.takedown-title')}
        lead={t('safety.takedown-lead')}
        back={{ href: after, label: t('safety.back') }}
      />
      <ErrorSummary page={page} errors={errors} />
      {answers > 0 && <p class="quiet">{t('safety.takedown-answers', { count: answers })}</p>}
      <Form page={page} action={page.path}>
        <RadioGroup
          page={page}
          name="because"
          label={t('safety.takedown-because')}
          options={[
            ...reasons.map(({ id, title }) => ({ value: id, label: title })),
            { value: 'other', label: t('safety.reason.other') },
          ]}
          value={String(raw?.because ?? reasons[0]?.id ?? 'other')}
          error={errors?.because}
        />
        <Actions>
          <Button look="danger">{t('safety.takedown')}</Button>
          <ButtonLink href={after} look="text">
            {t('safety.not-now')}
          </ButtonLink>
        </Actions>
        <Disclosure summary={t('safety.takedown-more')} open={Boolean(own || raw?.rule || errors?.own)}>
          <TextArea
            page={page}
            name="own"
            label={t('safety.takedown-own')}
            hint={t('safety.takedown-own-hint')}
            rows={3}
            maxlength={1000}
            value={own}
            error={errors?.own}
          />
          <RuleField page={page} charter={charter} value={String(raw?.rule ?? '')} />
        </Disclosure>
      </Form>
      <Disclosure summary={t('safety.takedown-reads')}>
        {reasons.map(({ title, words }) => (
          <p>
            <b>{title}.</b> {words}
          </p>
        ))}
      </Disclosure>
      <Card quiet as="div">
        <p>
          <b>{nameOf(page, post)}</b>
        </p>
        <div class="post-body">{written(post.body)}</div>
        {photos.length > 0 && photoStrip(page, photos)}
      </Card>
    </Layout>
  );
}
