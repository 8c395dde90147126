import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { type Circle, circleName } from '../../circles/index.ts';
import type { Merge } from '../merge.ts';
import type { Succession } from '../succession.ts';
import { otherName } from './changes.tsx';
import { ChooseQuiet, NewName } from './merging.tsx';

export interface CircleCare {
  quiet: Circle[];
  merges: Merge[];
  untended: { circle: Circle; why: 'away' | 'unasked' }[];
  offers: Succession[];
}

interface CommunityCirclesProps extends CircleCare {
  page: Page;
  raw?: Raw;
  errors?: Errors;
}

/** The coordinator's view of circles that need a hand. Listed ones alone; nobody's membership is in it but an offer. */
export function CommunityCirclesPage(p: CommunityCirclesProps) {
  const { page } = p;
  const { t } = page;
  return (
    <Layout page={page} title={t('cohorts.care')} current="me">
      <PageHead
        title={t('cohorts.care')}
        lead={t('cohorts.care-lead')}
        back={{ href: '/community', label: t('admin.title') }}
      />
      <ErrorSummary page={page} errors={p.errors} />
      <Untended {...p} />
      {p.merges.length > 0 && (
        <Section title={t('cohorts.care-merges')} id="merges">
          <ul class="plain-list">
            {p.merges.map((merge) => (
              <li class="rule">
                <a href={`/merges/${merge.mergeId}`}>
                  {t('cohorts.merge-title', { a: otherName(page, merge.a), b: otherName(page, merge.b) })}
                </a>
                <span class="quiet">{t(`cohorts.merge-state.${merge.state}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('cohorts.care-quiet')} id="quiet" aside={t('cohorts.care-quiet-hint')}>
        {p.quiet.length < 2 ? <p class="quiet">{t('cohorts.care-quiet-none')}</p> : <Bringing {...p} />}
      </Section>
    </Layout>
  );
}

function Bringing({ page, quiet, raw, errors }: CommunityCirclesProps) {
  const { t } = page;
  return (
    <Form page={page} action="/community/circles/merges">
      <div class="split">
        {(['a', 'b'] as const).map((name) => (
          <ChooseQuiet
            page={page}
            others={quiet}
            name={name}
            label={t(`cohorts.care-${name}`)}
            raw={raw}
            errors={errors}
          />
        ))}
      </div>
      <NewName page={page} raw={raw} errors={errors} />
      <p class="quiet">{t('cohorts.care-next')}</p>
      <Actions>
        <Button>{t('cohorts.care-announce')}</Button>
      </Actions>
    </Form>
  );
}

function Untended({ page, untended, offers }: CommunityCirclesProps) {
  const { t } = page;
  return (
    <Section title={t('cohorts.care-untended')} id="untended">
      {untended.length === 0 && <p class="quiet">{t('cohorts.care-untended-none')}</p>}
      <Stack list>
        {untended.map(({ circle, why }) => (
          <Card as="li" lit>
            <h3>
              <a href={`/circles/${circle.circleId}`}>{circleName(page, circle)}</a>
            </h3>
            <p>{t(`cohorts.care-why.${why}`)}</p>
            {offers
              .filter(({ circleId, state }) => circleId === circle.circleId && state !== 'effected')
              .map((offer) => (
                <Offer page={page} offer={offer} />
              ))}
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

function Offer({ page, offer }: { page: Page; offer: Succession }) {
  const { t } = page;
  if (offer.state !== 'offered')
    return <p class="quiet">{t('cohorts.care-appointed', { name: offer.to.name })}</p>;
  return (
    <div class="rule">
      <span>{t('cohorts.care-offer', { name: offer.to.name })}</span>
      <Form page={page} action={`/community/successions/${offer.successionId}/appointment`} inline>
        <Button look="plain">{t('cohorts.care-appoint')}</Button>
      </Form>
    </div>
  );
}
