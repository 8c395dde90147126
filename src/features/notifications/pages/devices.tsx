import { Button, Form, formatTime, type Page } from '../../../ui/index.ts';
import type { Device } from '../push/device.ts';

interface DevicesProps {
  page: Page;
  devices: Device[];
  /** This server's name for push services. */
  publicKey: string;
}

/** The browsers that show a notification by themselves. */
export function Devices({ page, devices, publicKey }: DevicesProps) {
  const { t } = page;
  return (
    <>
      <p class="quiet">{t('notifications.devices-lead')}</p>
      {devices.length > 0 && (
        <div>
          {devices.map((device) => (
            <DeviceLine page={page} device={device} />
          ))}
        </div>
      )}
      {!devices.some(({ here }) => here) && <AddDevice page={page} publicKey={publicKey} />}
    </>
  );
}

function DeviceLine({ page, device }: { page: Page; device: Device }) {
  const { t } = page;
  const name = t(device.here ? 'notifications.device-here' : 'notifications.device-other');
  const since = formatTime(page, device.since, 'date');
  return (
    <div class="rule">
      <p>
        {name} <span class="quiet">{t('notifications.device-since', { date: since })}</span>
      </p>
      <Form page={page} action={`/me/notifications/devices/${device.id}/removal`} inline>
        <Button look="text" label={t('notifications.device-off-named', { name, date: since })}>
          {t('notifications.device-off')}
        </Button>
      </Form>
    </div>
  );
}

// Shown by src/browser/push.ts where the browser can: it asks the browser, fills the fields and sends the form.
function AddDevice({ page, publicKey }: { page: Page; publicKey: string }) {
  const { t } = page;
  return (
    <>
      <div
        hidden
        data-push-door
        data-key={publicKey}
        data-refused={t('notifications.device-refused')}
        data-failed={t('notifications.device-failed')}
      >
        <Form page={page} action="/me/notifications/devices">
          {['endpoint', 'p256dh', 'auth'].map((name) => (
            <input type="hidden" name={name} value="" />
          ))}
          <Button type="button" look="plain" icon="bell" data={{ 'push-on': '' }}>
            {t('notifications.device-on')}
          </Button>
          <p role="status" class="quiet" />
        </Form>
      </div>
      <p class="quiet" data-push-none>
        {t('notifications.device-cannot')}
      </p>
    </>
  );
}
