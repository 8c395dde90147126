import {
  Actions,
  Button,
  ButtonLink,
  CheckboxGroup,
  Disclosure,
  Form,
  Layout,
  type Page,
  PageHead,
  Reasons,
} from '../../../ui/index.ts';
import { BECAUSE } from '../ending.ts';
import type { Pair } from '../pair.ts';

/** Somebody else: what happens, one button, and nothing that has to be explained. */
export function RematchPage({ page, pair }: { page: Page; pair: Pair }) {
  const { t } = page;
  const side = pair.iMentor ? 'mentor' : 'mentee';
  const name = pair.otherName;
  return (
    <Layout page={page} title={t(`pairs.rematch.title.${side}`)} current="me" narrow>
      <PageHead
        title={t(`pairs.rematch.title.${side}`)}
        lead={t(`pairs.rematch.lead.${side}`, { name })}
        back={{ href: `/pairs/${pair.id}`, label: name }}
      />
      <Reasons
        reasons={[
          pair.programClosed ? t('pairs.rematch.then-closed') : t(`pairs.rematch.then.${side}`, { name }),
          t('pairs.rematch.told', { name }),
          t('pairs.rematch.room'),
        ]}
      />
      <Form page={page} action={`/pairs/${pair.id}/ending`}>
        <Disclosure summary={t('pairs.because')} hint={t('pairs.because-hint')}>
          <CheckboxGroup
            page={page}
            name="because"
            label={t('pairs.because-label')}
            options={BECAUSE.map((one) => ({ value: one, label: t(`pairs.because.${one}`) }))}
          />
        </Disclosure>
        <Actions>
          <Button name="as" value="rematch">
            {t(`pairs.rematch.${side}`)}
          </Button>
          <ButtonLink href={`/pairs/${pair.id}`} look="text">
            {t('pairs.rematch.stay')}
          </ButtonLink>
        </Actions>
        {!pair.iMentor && (
          <p class="quiet">
            {t('pairs.rematch.stop-text')}{' '}
            <Button look="text" name="as" value="stopped">
              {t('pairs.rematch.stop')}
            </Button>
          </p>
        )}
      </Form>
    </Layout>
  );
}
