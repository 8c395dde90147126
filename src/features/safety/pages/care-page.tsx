import {
  Actions,
  Button,
  Checkbox,
  Form,
  Layout,
  type Page,
  PageHead,
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
import { FlagCard, HeldCard } from './care-cards.tsx';
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
