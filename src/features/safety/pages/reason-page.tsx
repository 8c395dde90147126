import type { Child } from 'hono/jsx';
import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  ButtonLink,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  TextArea,
} from '../../../ui/index.ts';

interface Props {
  page: Page;
  title: string;
  lead: string;
  back: { href: string; label: string };
  /** Ready words, hers to change. */
  words: string;
  button: Child;
  /** What it is about. */
  children?: Child;
  refused?: { raw: Raw; errors: Errors };
}

/** Before something is decided about somebody: what it does, and what she will read. */
export function ReasonPage({ page, title, lead, back, words, button, children, refused }: Props) {
  const { t } = page;
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead title={title} lead={lead} back={back} />
      <ErrorSummary page={page} errors={refused?.errors} />
      {children}
      <Form page={page} action={page.path}>
        <TextArea
          page={page}
          name="why"
          label={t('safety.why')}
          hint={t('safety.mute-why-hint')}
          rows={4}
          maxlength={2000}
          value={String(refused?.raw.why ?? words)}
          error={refused?.errors.why}
        />
        <Actions>
          {button}
          <ButtonLink href={back.href} look="text">
            {t('safety.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
