import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
  written,
} from '../../../ui/index.ts';
import { type HelplineShown, LineCard } from '../../helplines/index.ts';
import type { Pair } from '../pair.ts';

interface Props {
  page: Page;
  pair: Pair;
  /** What the program says to do, in Markdown. */
  steps: string;
  lines: HelplineShown[];
}

/** A mentor is worried: what to do now, who answers, and somebody of the program to call her. */
export function WorryPage({ page, pair, steps, lines }: Props) {
  const { t } = page;
  const name = pair.otherName;
  return (
    <Layout page={page} title={t('pairs.worry.title')} current="me">
      <PageHead
        title={t('pairs.worry.title')}
        lead={t('pairs.worry.lead')}
        back={{ href: `/pairs/${pair.id}`, label: name }}
      />
      <Section id="steps" title={t('pairs.worry.steps')}>
        <div class="prose">{written(steps)}</div>
        <p class="quiet">
          <a href="/guides/danger">{t('guides.danger')}</a>
        </p>
      </Section>
      <Card lit labelledby="call-me">
        <h2 id="call-me">{t('pairs.worry.call')}</h2>
        <p>{t('pairs.worry.call-text')}</p>
        <Form page={page} action={`/pairs/${pair.id}/worry`}>
          <Actions>
            <Button icon="phone">{t('pairs.worry.call-me')}</Button>
            <ButtonLink href={`/pairs/${pair.id}`} look="text">
              {t('pairs.worry.not-needed')}
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
      <Section title={t('safety.after-lines')} id="lines">
        <Stack list>
          {lines.map((line) => (
            <LineCard page={page} line={line} />
          ))}
        </Stack>
      </Section>
    </Layout>
  );
}
