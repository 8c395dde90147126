import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Community, Ctx, Errors, Raw } from '../../../platform/http/index.ts';
import type { MessageKey } from '../../../platform/i18n/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  Layout,
  PageHead,
  Stepper,
} from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { Answers } from '../answers.ts';

export const LAST = 5;

export interface ScreenProps {
  page: Page;
  community: Community;
  answers: Answers;
  /** What the form holds: as she typed it, or as she told us before. */
  raw: Raw;
  errors?: Errors;
  /** 'YYYY-MM-DD' in her zone. */
  today: string;
}

/** What a screen made of the posted form. */
export type Heard =
  | { ok: true; part: Partial<Answers>; timeZone?: string | null }
  | { ok: false; errors: Errors; raw: Raw };

/** One short screen of the five. */
export interface Screen {
  /** What she told us before, as the form would post it. */
  told(answers: Answers, page: Page): Raw;
  hear(c: Ctx, answers: Answers, today: string): Promise<Heard>;
  View(props: ScreenProps): Child;
}

interface FrameProps extends Pick<ScreenProps, 'page' | 'answers' | 'errors'> {
  step: number;
  title: MessageKey;
  lead: MessageKey;
  /** Where the error summary leads, when not to `f-<name>`. */
  ids?: Record<string, string>;
  /** One quiet way on besides the main ones. */
  besides?: Child;
}

/** The same around every screen: how far she is, the way back, one button to go on, and a way past. */
export function Frame({
  page,
  step,
  title,
  lead,
  answers,
  errors,
  ids,
  besides,
  children,
}: PropsWithChildren<FrameProps>) {
  const { t } = page;
  const before = answers.finishedAt !== null;
  const back =
    step > 1
      ? { href: `/welcome/${step - 1}`, label: t('onboarding.back') }
      : before
        ? { href: '/plan', label: t('onboarding.to-plan') }
        : undefined;
  return (
    <Layout page={page} title={t(title)} current="plan" narrow>
      <PageHead title={t(title)} lead={t(lead)} back={back}>
        <Stepper page={page} step={step} of={LAST} />
      </PageHead>
      <ErrorSummary page={page} errors={errors} ids={ids} />
      <Form page={page} action={`/welcome/${step}`}>
        {children}
        <Actions>
          <Button>{t(step === LAST ? 'onboarding.finish' : 'onboarding.next')}</Button>
          {before && step < LAST && (
            <Button look="plain" name="to" value="plan">
              {t('onboarding.save')}
            </Button>
          )}
          <Skip page={page} step={step} />
        </Actions>
        {besides}
      </Form>
    </Layout>
  );
}

/** Past this screen, with nothing written down; at the end it is noted that she came this far. */
function Skip({ page, step }: { page: Page; step: number }) {
  if (step === LAST) {
    return (
      <Button look="text" name="skip" value="yes">
        {page.t('onboarding.skip')}
      </Button>
    );
  }
  return (
    <ButtonLink look="text" href={`/welcome/${step + 1}`}>
      {page.t('onboarding.skip')}
    </ButtonLink>
  );
}

/** The values of one name, however many were posted. */
export const all = (raw: Raw, name: string): string[] => (raw[name] === undefined ? [] : [raw[name]].flat());
export const one = (raw: Raw, name: string): string => all(raw, name)[0] ?? '';
