import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { OwnOffer } from '../offer.ts';
import type { Volunteering } from '../volunteer.ts';

interface Props {
  page: Page;
  offers: OwnOffer[];
  volunteer: Volunteering;
}

/** What she can do for others; one tap says "not now" to all of it. */
export function OffersPage({ page, offers, volunteer }: Props) {
  const { t } = page;
  const busy = offers.some(({ paused }) => !paused) || volunteer === 'answers';
  const anything = offers.length > 0 || volunteer !== 'no';
  return (
    <Layout page={page} title={t('asks.offers.title')} current="me">
      <PageHead
        title={t('asks.offers.title')}
        lead={t('asks.offers.lead')}
        back={{ href: '/asks', label: t('asks.title') }}
      />
      {volunteer !== 'no' && (
        <Note tone="warm" icon="peer">
          {t(volunteer === 'paused' ? 'asks.volunteer.paused' : 'asks.volunteer.yours')}
        </Note>
      )}
      {offers.length === 0 && (
        <EmptyState title={t('asks.offers.none')} drawing="letter">
          <p>{t('asks.offers.none-lead')}</p>
          <ButtonLink href="/asks/offers/new">{t('asks.offers.new')}</ButtonLink>
        </EmptyState>
      )}
      {offers.length > 0 && (
        <>
          <Stack list>
            {offers.map((offer) => (
              <OfferCard page={page} offer={offer} />
            ))}
          </Stack>
          <ButtonLink href="/asks/offers/new" look="plain" icon="plus">
            {t('asks.offers.another')}
          </ButtonLink>
        </>
      )}
      {anything && (
        <Form page={page} action="/asks/offers/pause" inline>
          <Button look={busy ? 'plain' : 'primary'} name="pausing" value={busy ? 'yes' : ''}>
            {t(busy ? 'asks.offers.pause-all' : 'asks.offers.resume-all')}
          </Button>
        </Form>
      )}
    </Layout>
  );
}

function OfferCard({ page, offer }: { page: Page; offer: OwnOffer }) {
  const { t } = page;
  const path = `/asks/offers/${offer.offerId}`;
  return (
    <Card as="li" quiet={offer.paused}>
      <div class="chips">
        <Chip tint="gold">{t(`asks.kind.${offer.kind}`)}</Chip>
        {offer.things.map((thing) => (
          <Chip>{t(`asks.thing.${thing}`)}</Chip>
        ))}
        {offer.paused && <Chip icon="moon">{t('asks.offer.resting')}</Chip>}
      </div>
      <h2>
        <a href={path}>{offer.words}</a>
      </h2>
      {offer.boundaries && <p class="quiet">{t('asks.rather-not', { words: offer.boundaries })}</p>}
      <Actions>
        <Form page={page} action={`${path}/pause`} inline>
          <Button look="plain" name="pausing" value={offer.paused ? '' : 'yes'}>
            {t(offer.paused ? 'asks.offer.resume' : 'asks.offer.pause')}
          </Button>
        </Form>
        <Form page={page} action={`${path}/removal`} inline>
          <Button look="text">{t('asks.offer.remove')}</Button>
        </Form>
      </Actions>
    </Card>
  );
}
