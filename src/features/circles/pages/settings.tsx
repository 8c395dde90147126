import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import { CircleForm } from './circle-form.tsx';
import { FacilitatorTabs } from './facilitator-tabs.tsx';

interface SettingsProps {
  page: Page;
  circle: Circle;
  raw: Raw;
  errors?: Errors;
}

/** Everything about a circle that its facilitators may change. */
export function SettingsPage({ page, circle, raw, errors = {} }: SettingsProps) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  return (
    <Layout
      page={page}
      title={`${t('circles.room.settings')} · ${circleName(page, circle)}`}
      current="circles"
    >
      <PageHead title={t('circles.room.settings')} back={{ href: path, label: circleName(page, circle) }} />
      <FacilitatorTabs page={page} circle={circle} here="settings" />
      <CircleForm page={page} raw={raw} errors={errors} action={`${path}/settings`}>
        <Actions>
          <Button wide>{t('circles.save')}</Button>
        </Actions>
      </CircleForm>
      <p class="rule">
        <span class="quiet">{t('circles.keys-line')}</span>
        <ButtonLink href={`${path}/succession`} look="text">
          {t('circles.keys-link')}
        </ButtonLink>
      </p>
      <p class="rule">
        <span class="quiet">{t('circles.merge-line')}</span>
        <ButtonLink href={`${path}/merging`} look="text">
          {t('circles.merge-link')}
        </ButtonLink>
      </p>
      <p class="rule">
        <span class="quiet">{t('circles.close-line')}</span>
        <ButtonLink href={`${path}/closure`} look="text">
          {t('circles.close')}
        </ButtonLink>
      </p>
    </Layout>
  );
}

/** Before a circle ends: what that means. */
export function ClosurePage({ page, circle }: { page: Page; circle: Circle }) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  const title = t('circles.close-title', { name: circleName(page, circle) });
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead title={title} lead={t('circles.close-lead')} />
      <Form page={page} action={`${path}/closure`}>
        <Actions>
          <Button look="danger">{t('circles.close-now')}</Button>
          <ButtonLink href={`${path}/settings`} look="text">
            {t('circles.keep')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
