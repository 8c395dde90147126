import {
  Actions,
  asset,
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  Section,
  Select,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { QuietHours } from '../../onboarding/index.ts';
import { MAIL_MODES, type MailMode } from '../mail-choices.ts';
import type { Device } from '../push/device.ts';
import type { CircleChoice } from '../settings.ts';
import { Devices } from './devices.tsx';

/** What the form says; a circle without a mode is told as everywhere. */
export interface Chosen {
  mail: MailMode;
  circleMail: Record<string, string>;
  watching: string[];
  contentFree: boolean;
  quietFrom: string;
  quietTo: string;
}

interface SettingsProps {
  page: Page;
  chosen: Chosen;
  circles: CircleChoice[];
  devices: Device[];
  publicKey: string;
  errors?: Errors;
}

/** How she is told: where, how often, how much it says, and when not. */
export function SettingsPage({ page, errors, ...p }: SettingsProps) {
  const { t } = page;
  return (
    <Layout
      page={page}
      title={t('notifications.settings')}
      current="me"
      narrow
      head={<script type="module" src={asset('push.js')} />}
    >
      <PageHead
        title={t('notifications.settings')}
        lead={t('notifications.settings-lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      <ErrorSummary page={page} errors={errors} />
      <Form page={page} action="/me/notifications">
        <Choices page={page} errors={errors} chosen={p.chosen} circles={p.circles} />
        <Actions>
          <Button>{t('notifications.save')}</Button>
        </Actions>
      </Form>
      <Section title={t('notifications.devices')} id="devices">
        <Devices page={page} devices={p.devices} publicKey={p.publicKey} />
      </Section>
    </Layout>
  );
}

type ChoicesProps = Pick<SettingsProps, 'page' | 'errors' | 'chosen' | 'circles'>;

function Choices({ page, errors, chosen, circles }: ChoicesProps) {
  const { t } = page;
  return (
    <>
      <RadioGroup
        page={page}
        name="mail"
        label={t('notifications.mail')}
        options={MAIL_MODES.map((value) => ({ value, label: t(`notifications.mail-${value}`) }))}
        value={chosen.mail}
        error={errors?.mail}
      />
      {circles.length > 0 && <CircleMail page={page} circles={circles} chosen={chosen} />}
      {circles.length > 0 && (
        <CheckboxGroup
          page={page}
          name="watching"
          label={t('notifications.watching')}
          hint={t('notifications.watching-hint')}
          options={circles.map(({ circleId: value, circle }) => ({ value, label: circleName(page, circle) }))}
          values={chosen.watching}
          column
        />
      )}
      <Checkbox
        page={page}
        name="contentFree"
        label={t('notifications.content-free')}
        hint={t('notifications.content-free-hint', { words: t('notifications.discreet') })}
        checked={chosen.contentFree}
      />
      <div>
        <QuietHours page={page} from={chosen.quietFrom} to={chosen.quietTo} errors={errors} />
        <p class="quiet">{t('notifications.quiet-hint')}</p>
      </div>
    </>
  );
}

// Most people want the same everywhere: what differs is a tap away.
function CircleMail({ page, circles, chosen }: Pick<ChoicesProps, 'page' | 'circles' | 'chosen'>) {
  const { t } = page;
  const modes = MAIL_MODES.map((value) => ({ value, label: t(`notifications.mail-${value}`) }));
  const differs = circles.some(({ circleId }) => chosen.circleMail[circleId]);
  return (
    <Disclosure summary={t('notifications.mail-circles')} open={differs}>
      <div class="flow">
        {circles.map(({ circleId, circle }) => (
          <Select
            page={page}
            name={`mail-${circleId}`}
            label={circleName(page, circle)}
            empty={t('notifications.mail-everywhere')}
            options={modes}
            value={chosen.circleMail[circleId] ?? ''}
          />
        ))}
      </div>
    </Disclosure>
  );
}
