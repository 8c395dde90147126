import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  written,
} from '../../../ui/index.ts';
import type { PairKept } from '../coordinating.ts';
import type { CallOffer } from '../offering.ts';

interface Props {
  page: Page;
  program: { id: string };
  pair: PairKept;
  /** What the mentor was told to do. */
  steps: string;
  offer: CallOffer | null;
  /** Somebody in this community answers calls. */
  answered: boolean;
}

/** A mentor is worried: the coordinator's next steps, one after the other. She learns no number and no words. */
export function ProgramWorryPage({ page, program, pair, steps, offer, answered }: Props) {
  const { t } = page;
  const list = `/community/programs/${program.id}/pairs`;
  const { mentee, mentor } = pair;
  const title = t('pairs.case.title', { mentee, mentor });
  return (
    <Layout page={page} title={title} current="me">
      <PageHead
        title={title}
        lead={t('pairs.case.since', { mentor, time: formatTime(page, pair.worriedAt!, 'moment') })}
        back={{ href: list, label: t('pairs.keeping.title') }}
      />
      <Card as="section" lit labelledby="first">
        <h2 id="first">{t('pairs.case.first', { mentor })}</h2>
        <p>{t('pairs.case.first-text')}</p>
        <p>
          <a href="/guides/danger">{t('guides.danger')}</a>
        </p>
      </Card>
      <Card as="section" labelledby="call">
        <h2 id="call">{t('pairs.case.call', { mentee })}</h2>
        {answered ? (
          <Offer page={page} here={`${list}/${pair.id}/worry`} mentor={mentor} offer={offer} />
        ) : (
          <p>{t('pairs.case.nobody-calls', { mentee, mentor })}</p>
        )}
      </Card>
      <Section id="steps" title={t('pairs.case.steps', { mentor })}>
        <div class="prose">{written(steps)}</div>
        <p class="quiet">
          <a href={`/community/programs/${program.id}/safety`}>{t('pairs.case.change')}</a>
        </p>
      </Section>
      <Form page={page} action={`${list}/${pair.id}/worry`}>
        <Actions>
          <Button icon="check">{t('pairs.keeping.met', { mentor })}</Button>
          <ButtonLink href={list} look="text">
            {t('gatherings.not-now')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** She is asked, and answers by leaving a number or not. Nothing is opened in her name. */
function Offer({
  page,
  here,
  mentor,
  offer,
}: Pick<Props, 'page' | 'offer'> & { here: string; mentor: string }) {
  const { t } = page;
  const time = offer ? formatTime(page, offer.offeredAt, 'moment') : '';
  return (
    <>
      <p>{t('pairs.case.call-text')}</p>
      {offer && (
        <Note icon={offer.answer === 'asked' ? 'check' : 'clock'}>
          {t(`pairs.case.${offer.answer ?? 'offered'}`, { time, mentor })}
        </Note>
      )}
      {offer?.answer !== 'asked' && (
        <Form page={page} action={`${here}/offer`} inline>
          <Button look={offer ? 'plain' : 'primary'} icon="phone">
            {t(offer ? 'pairs.case.offer-again' : 'pairs.case.offer')}
          </Button>
        </Form>
      )}
    </>
  );
}
