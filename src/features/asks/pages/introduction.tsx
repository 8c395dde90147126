import { inMiles } from '../../../matching/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Facts,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Reasons,
} from '../../../ui/index.ts';
import { said } from '../../reasons/index.ts';
import type { Introduction } from '../introduction.ts';
import { whatSaid, whenSaid } from './needed.ts';

interface Props {
  page: Page;
  one: Introduction;
  /** The words may be serious: nobody need carry that alone. */
  heavy: boolean;
}

/** What is needed, when and roughly where; why she; and two buttons. Who it is she learns with her yes. */
export function IntroductionPage({ page, one, heavy }: Props) {
  const { t } = page;
  const title = one.askerName ? t('asks.helping', { name: one.askerName }) : t(`asks.somebody.${one.kind}`);
  return (
    <Layout page={page} title={title} current="ask" narrow>
      <PageHead title={title} back={{ href: '/asks', label: t('asks.title') }}>
        <Facts
          facts={[
            { icon: 'hug', label: t('asks.what'), value: whatSaid(page, one) },
            { icon: 'clock', label: t('asks.when'), value: whenSaid(page, one) },
            {
              icon: 'place',
              label: t('asks.where'),
              value: one.miles === null ? null : distanceSaid(page, one.miles),
            },
          ]}
        />
      </PageHead>
      {one.words && (
        <Card as="div">
          <PostText text={one.words} />
          {one.noVisits && <p class="quiet">{t('asks.no-visits-said')}</p>}
        </Card>
      )}
      {heavy && (
        <Note tone="warm" icon="help">
          <p>
            {t('asks.heavy')} <a href="/help-now">{t('ui.help-now')}</a>
          </p>
        </Note>
      )}
      {one.stands ? <Answer page={page} one={one} /> : <Outcome page={page} one={one} />}
      {one.state === 'asked' && (
        <p class="quiet">
          <a href={`/asks/introductions/${one.introductionId}/report`}>{t('asks.report')}</a>
        </p>
      )}
    </Layout>
  );
}

const distanceSaid = (page: Page, miles: number): string =>
  inMiles(page.community?.country)
    ? page.t('asks.reason.distance', { miles })
    : page.t('asks.reason.distance-km', { km: Math.round(miles * 1.609344) });

function Answer({ page, one }: { page: Page; one: Introduction }) {
  const { t } = page;
  const path = `/asks/introductions/${one.introductionId}`;
  return (
    <>
      <Card as="div" quiet>
        <h2>{t('asks.why-you')}</h2>
        <Reasons reasons={one.reasons.map((reason) => said(page, reason))} />
        {one.offers && <p class="quiet">{t('asks.you-offered', { words: one.offers })}</p>}
      </Card>
      <p class="quiet">{t('asks.names-with-yes')}</p>
      <Actions>
        <Form page={page} action={`${path}/acceptance`} inline>
          <Button>{t('asks.answer.yes')}</Button>
        </Form>
        <Form page={page} action={`${path}/refusal`} inline>
          <Button look="plain">{t('asks.answer.no')}</Button>
        </Form>
      </Actions>
    </>
  );
}

function Outcome({ page, one }: { page: Page; one: Introduction }) {
  const { t } = page;
  if (one.state === 'accepted')
    return (
      <>
        {one.thankedAt && (
          <Note tone="warm" icon="hug">
            {t('asks.thanked-by', { name: one.askerName ?? '' })}
          </Note>
        )}
        {one.talkId && (
          <ButtonLink href={`/messages/${one.talkId}`} icon="message">
            {t('asks.write-to', { name: one.askerName ?? '' })}
          </ButtonLink>
        )}
      </>
    );
  return <Note icon="check">{t(one.state === 'declined' ? 'asks.you-declined' : 'asks.no-longer')}</Note>;
}
