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
import { BoundariesCard } from '../../boundaries/index.ts';
import type { Taking } from '../access.ts';
import { Who } from './claim-page.tsx';

interface Props {
  page: Page;
  whole: Taking;
  path: string;
  raw: Record<string, string | string[]>;
  errors?: Errors;
}

/** "Ask me if something falls through." */
export function StandByPage({ page, whole, path, raw, errors = {} }: Props) {
  const { t } = page;
  const name = whole.calendar.called;
  return (
    <Layout page={page} title={t('help-calendars.stand-by')} narrow>
      <PageHead
        title={t('help-calendars.stand-by')}
        lead={t('help-calendars.stand-by-how', { name })}
        back={{ href: path, label: t('help-calendars.for', { name }) }}
      />
      <ErrorSummary page={page} errors={errors} />
      <BoundariesCard page={page} boundaries={whole.boundaries} name={name} />
      <Form page={page} action={`${path}/stand-by`}>
        <input type="hidden" name="once" value={[raw.once ?? ''].flat()[0]} />
        <Who page={page} raw={raw} errors={errors} name={name} />
        <Actions>
          <Button wide>{t('help-calendars.stand-by-now')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
