import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  Chip,
  Form,
  Layout,
  type Page,
  PageHead,
  PostText,
  Section,
  Select,
  Stack,
  Time,
} from '../../../ui/index.ts';
import { type Circle, circleName, FacilitatorTabs } from '../../circles/index.ts';
import { shownPseudonym } from '../../pseudonyms/index.ts';
import type { Case } from '../case.ts';
import type { LogEntry } from '../case-file.ts';
import type { CircleCare, Flag, HeldPost, Mute } from '../circle-care.ts';
import { HOLDS, SLOWS } from '../forms.ts';
import { nameOf } from '../reported-post.ts';
import { CaseLog } from './case-evidence.tsx';
import { CaseCard } from './queue-page.tsx';

interface Props {
  page: Page;
  circle: Circle;
  care: CircleCare;
  cases: Case[];
  held: HeldPost[];
  flags: Flag[];
  mutes: Mute[];
  log: LogEntry[];
}

/** All a facilitator does to keep her circle kind, on one page: what waits first, how careful it is last. */
export function CarePage(p: Props) {
  const { page, circle } = p;
  const { t } = page;
  const here = `/circles/${circle.circleId}`;
  const calm = p.cases.length + p.held.length + p.flags.length === 0;
  return (
    <Layout page={page} title={`${t('safety.care-title')} · ${circleName(page, circle)}`} current="circles">
      <PageHead
        title={t('safety.care-title')}
        lead={calm ? t('safety.care-calm') : undefined}
        back={{ href: here, label: circleName(page, circle) }}
      />
      <FacilitatorTabs page={page} circle={circle} here="settings/care" />
      <Stack list>
        {p.cases.map((one) => (
          <CaseCard page={page} case={one} href={`${here}/cases/${one.caseId}`} />
        ))}
        {p.flags.map((flag) => (
          <FlagCard page={page} here={here} flag={flag} />
        ))}
        {p.held.map((post) => (
          <HeldCard page={page} here={here} post={post} />
        ))}
      </Stack>
      <CareForm page={page} here={here} care={p.care} />
      {p.mutes.length > 0 && <Mutes page={page} here={here} mutes={p.mutes} />}
      <p class="quiet">
        <a href="/guides/running-a-circle">{t('guides.running-a-circle')}</a> ·{' '}
        <a href="/guides/danger">{t('guides.danger')}</a>
      </p>
      {p.log.length > 0 && <CaseLog page={page} log={p.log} />}
    </Layout>
  );
}

function FlagCard({ page, here, flag }: { page: Page; here: string; flag: Flag }) {
  const { t } = page;
  return (
    <Card as="li" lit={flag.level === 'urgent'}>
      <div class="chips">
        <Chip tint={flag.level === 'urgent' ? 'rose' : 'gold'}>{t(`safety.flag.${flag.kind}`)}</Chip>
      </div>
      <h2>
        <a href={`${here}/posts/${flag.thread_id}#p-${flag.post_id}`}>
          {t('safety.about-post', { name: nameOf(page, flag) })}
        </a>
      </h2>
      <div class="post-body">
        <PostText text={flag.body} />
      </div>
      {flag.phrases.length > 0 && (
        <p class="quiet">
          {t('safety.phrases', { phrases: flag.phrases.map((phrase) => `“${phrase}”`).join(', ') })}
        </p>
      )}
      <Actions>
        <Form page={page} action={`${here}/posts/${flag.post_id}/flags/seen`} inline>
          <Button look="plain" label={t('safety.flag-see-named', { name: nameOf(page, flag) })}>
            {t('safety.flag-see')}
          </Button>
        </Form>
      </Actions>
    </Card>
  );
}

function HeldCard({ page, here, post }: { page: Page; here: string; post: HeldPost }) {
  const { t } = page;
  const name = nameOf(page, post);
  return (
    <Card as="li">
      <div class="chips">
        <Chip tint="sage">{t('safety.newcomer')}</Chip>
      </div>
      <h2>{name}</h2>
      <div class="post-body">
        <PostText text={post.body} />
      </div>
      <p class="quiet">
        <Time page={page} at={post.held_at} />
      </p>
      <Actions>
        <Form page={page} action={`${here}/posts/${post.post_id}/admission`} inline>
          <Button label={t('safety.let-in-named', { name })}>{t('safety.let-it-in')}</Button>
        </Form>
        <ButtonLink href={`${here}/posts/${post.post_id}/removal`} look="text">
          {t('safety.not-this')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

function CareForm({ page, here, care }: { page: Page; here: string; care: CircleCare }) {
  const { t } = page;
  return (
    <Section title={t('safety.care-rules')} id="rules">
      <Form page={page} action={`${here}/settings/care`}>
        <Select
          page={page}
          name="holdFirst"
          label={t('safety.hold')}
          hint={t('safety.hold-hint')}
          options={HOLDS.map((value) => ({ value, label: t('safety.hold-count', { count: Number(value) }) }))}
          value={String(care.holdFirst)}
        />
        <Select
          page={page}
          name="slowMinutes"
          label={t('safety.slow')}
          hint={t('safety.slow-hint')}
          options={SLOWS.map((value) => ({
            value,
            label: t('safety.slow-minutes', { minutes: Number(value) }),
          }))}
          value={String(care.slowMinutes)}
        />
        <Checkbox
          page={page}
          name="locked"
          label={t('safety.lock')}
          hint={t('safety.lock-hint')}
          checked={care.locked}
          value="yes"
        />
        <Actions>
          <Button look="plain">{t('safety.save')}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function Mutes({ page, here, mutes }: { page: Page; here: string; mutes: Mute[] }) {
  const { t } = page;
  const shown = ({ anonymous, shown_name }: Mute) =>
    anonymous ? shownPseudonym(page.locale, shown_name) : shown_name;
  return (
    <Section title={t('safety.muted-here')} id="mutes">
      {mutes.map((mute) => (
        <div class="rule">
          <span>
            <b>{shown(mute)}</b>{' '}
            <span class="quiet">
              {t('safety.until')} <Time page={page} at={mute.until} shape="date" />
            </span>
          </span>
          <Form page={page} action={`${here}/mutes/${mute.sanction_id}/removal`} inline>
            <Button look="plain" label={t('safety.unmute-named', { name: shown(mute) })}>
              {t('safety.unmute')}
            </Button>
          </Form>
        </div>
      ))}
    </Section>
  );
}
