import type { Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
} from '../../../ui/index.ts';
import type { Callback } from '../callback.ts';
import type { Particulars } from '../particulars.ts';
import { ReachFields } from './reach-fields.tsx';

interface Props {
  page: Page;
  request: Callback;
  about: Particulars;
  refused?: { raw: Raw; errors: Errors };
}

/** Other hours, another number. */
export function HoursPage({ page, request, about, refused }: Props) {
  const { t } = page;
  const path = `/callbacks/requests/${request.callbackId}`;
  return (
    <Layout page={page} title={t('callbacks.change')} current="ask" narrow>
      <PageHead
        title={t('callbacks.change')}
        lead={t('callbacks.change-lead')}
        back={{ href: path, label: t('callbacks.yours') }}
      />
      <ErrorSummary page={page} errors={refused?.errors} />
      <Form page={page} action={`${path}/hours`}>
        <ReachFields
          page={page}
          before={{ ...about, hours: request.hours }}
          raw={refused?.raw}
          errors={refused?.errors}
        />
        <Actions>
          <Button>{t('callbacks.save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
