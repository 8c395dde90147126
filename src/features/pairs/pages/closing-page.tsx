import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
} from '../../../ui/index.ts';
import { ASKED, QUESTIONS } from '../ending.ts';
import type { Pair } from '../pair.ts';

interface Props {
  page: Page;
  pair: Pair;
  raw?: Raw;
  errors?: Errors;
}

/** The close: thanks, three short questions for whoever likes, and whether their room stays open. */
export function ClosingPage({ page, pair, raw = {}, errors }: Props) {
  const { t } = page;
  const name = pair.otherName;
  const over = pair.endedAt !== null;
  return (
    <Layout page={page} title={t('pairs.closing.title')} current="me" narrow>
      <PageHead
        title={t('pairs.closing.title')}
        lead={t(over ? 'pairs.closing.over' : 'pairs.closing.lead', { name })}
        back={{ href: `/pairs/${pair.id}`, label: name }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action={`/pairs/${pair.id}/closing`}>
        <p class="quiet">{t('pairs.closing.counted')}</p>
        {ASKED.map((one) => (
          <RadioGroup
            page={page}
            name={one}
            label={t(`pairs.asked.${one}`)}
            options={QUESTIONS[one].map((answer) => ({
              value: answer,
              label: t(`pairs.said.${one}.${answer}` as 'pairs.said.helped.much'),
            }))}
            value={String(raw[one] ?? '')}
            error={errors?.[one]}
            optional
          />
        ))}
        {!over && (
          <Checkbox
            page={page}
            name="stay"
            label={t('pairs.closing.stay', { name })}
            hint={t('pairs.closing.stay-hint')}
            checked={raw.stay !== undefined}
            value="yes"
          />
        )}
        <Actions>
          <Button>{t(over ? 'pairs.closing.send' : 'pairs.closing.close')}</Button>
          <ButtonLink href={`/pairs/${pair.id}`} look="text">
            {t('gatherings.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
