import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  RadioGroup,
  Section,
} from '../../../ui/index.ts';
import { type Circle, circleName, type Fellow } from '../../circles/index.ts';
import type { Succession } from '../succession.ts';

interface SuccessionProps {
  page: Page;
  circle: Circle;
  facilitates: boolean;
  /** The keys came to her unasked. */
  unasked: boolean;
  untended: boolean;
  self: string;
  standing: Succession[];
  /** Whom she may name; empty for those who look after nothing. */
  fellows: Fellow[];
  errors?: Errors;
}

/** Who looks after the circle next: named, asked, announced, and for a week given back. */
export function SuccessionPage(p: SuccessionProps) {
  const { page, circle } = p;
  const { t } = page;
  const named = p.standing.some(({ from, state }) => from?.memberId === p.self && state !== 'effected');
  return (
    <Layout page={page} title={t('cohorts.keys')} current="circles" narrow>
      <PageHead
        title={t('cohorts.keys')}
        lead={t('cohorts.keys-lead')}
        back={{ href: `/circles/${circle.circleId}`, label: circleName(page, circle) }}
      />
      <ErrorSummary page={page} errors={p.errors} />
      {p.unasked && <Unasked page={page} circle={circle} />}
      {p.standing.map((one) => (
        <Standing page={page} one={one} self={p.self} />
      ))}
      {p.facilitates && !named && <Naming {...p} />}
      {p.untended && !p.facilitates && <Offering {...p} />}
    </Layout>
  );
}

function Unasked({ page, circle }: { page: Page; circle: Circle }) {
  const { t } = page;
  return (
    <Note tone="warm" icon="key">
      <p>{t('cohorts.keys-unasked')}</p>
      <Form page={page} action={`/circles/${circle.circleId}/succession/keeping`} inline>
        <Button>{t('cohorts.keys-keep')}</Button>
      </Form>
    </Note>
  );
}

function Standing({ page, one, self }: { page: Page; one: Succession; self: string }) {
  const { t } = page;
  const path = `/successions/${one.successionId}`;
  const hers = one.to.memberId === self;
  const values = {
    to: one.to.name,
    from: one.from?.name ?? t('cohorts.somebody'),
    day: one.takesEffectAt ? formatTime(page, one.takesEffectAt, 'date') : '',
  };
  return (
    <Note tone="warm" icon="key">
      <p>{t(hers ? `cohorts.keys-hers.${one.state}` : `cohorts.keys-of.${one.state}`, values)}</p>
      <Actions>
        {hers && one.state === 'named' && (
          <Form page={page} action={`${path}/acceptance`} inline>
            <Button>{t('cohorts.keys-accept')}</Button>
          </Form>
        )}
        {one.mayStop && (
          <Form
            page={page}
            action={one.state === 'effected' ? `${path}/reversal` : `${path}/calling-off`}
            inline
          >
            <Button look="plain">{t(stopWords(one, hers))}</Button>
          </Form>
        )}
      </Actions>
    </Note>
  );
}

function stopWords({ state }: Succession, hers: boolean) {
  if (state === 'effected') return 'cohorts.keys-give-back';
  return hers ? 'cohorts.keys-decline' : 'cohorts.keys-call-off';
}

function Naming({ page, circle, fellows, errors }: SuccessionProps) {
  const { t } = page;
  if (fellows.length === 0) return <p class="quiet">{t('cohorts.keys-nobody')}</p>;
  return (
    <Section title={t('cohorts.keys-hand-on')} id="naming">
      <p>{t('cohorts.keys-hand-on-lead')}</p>
      <Form page={page} action={`/circles/${circle.circleId}/succession`}>
        <RadioGroup
          page={page}
          name="to"
          label={t('cohorts.keys-whom')}
          options={fellows.map(({ memberId, displayName }) => ({ value: memberId, label: displayName }))}
          error={errors?.to}
        />
        <Actions>
          <Button>{t('cohorts.keys-ask')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function Offering({ page, circle, standing, self }: SuccessionProps) {
  const { t } = page;
  if (standing.some(({ to, state }) => to.memberId === self && state !== 'effected')) return null;
  return (
    <Section title={t('cohorts.keys-wanted')} id="offering">
      <p>{t(circle.joining === 'hidden' ? 'cohorts.keys-wanted-hidden' : 'cohorts.keys-wanted-lead')}</p>
      <Form page={page} action={`/circles/${circle.circleId}/succession/offer`}>
        <Actions>
          <Button>{t('cohorts.keys-offer')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
