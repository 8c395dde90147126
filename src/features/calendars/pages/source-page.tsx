import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
} from '../../../ui/index.ts';
import type { Plan, Unread } from '../reading-source.ts';
import type { Source } from '../source.ts';
import { FileInput } from './file-input.tsx';
import { Preview } from './preview.tsx';
import { stateOf } from './source-state.ts';

interface Props {
  page: Page;
  source: Source;
  /** What would be taken over; null once it was. */
  plan: Plan | Unread | null;
}

/** One calendar of others: what is in it before it is taken over, and how it stands afterwards. */
export function SourcePage({ page, source, plan }: Props) {
  const { t } = page;
  const path = `/community/calendars/${source.sourceId}`;
  return (
    <Layout page={page} title={source.name} current="me" narrow>
      <PageHead
        title={source.name}
        lead={source.problem ? undefined : stateOf(page, source)}
        back={{ href: '/community/calendars', label: t('calendars.sources') }}
      />
      {source.problem && (
        <Note tone="warm" icon="alert">
          <p>{stateOf(page, source)}</p>
          <p>{t('calendars.nothing-changed')}</p>
        </Note>
      )}
      {plan?.ok ? (
        <>
          <Preview page={page} plan={plan} />
          <Actions>
            <Form page={page} action={`${path}/acceptance`} inline>
              <Button>{t('calendars.accept')}</Button>
            </Form>
            <Form page={page} action={`${path}/removal`} inline>
              <Button look="text">{t('calendars.discard')}</Button>
            </Form>
          </Actions>
        </>
      ) : (
        <Kept page={page} source={source} path={path} />
      )}
    </Layout>
  );
}

function Kept({ page, source, path }: { page: Page; source: Source; path: string }) {
  const { t } = page;
  return (
    <>
      {source.url && <p class="feed-address quiet">{source.url}</p>}
      <Section id="again" title={t(source.url ? 'calendars.again' : 'calendars.newer')}>
        <Form page={page} action={`${path}/renewal`} multipart>
          {!source.url && <FileInput page={page} />}
          <Actions>
            <Button look="plain" icon="repeat">
              {t('calendars.look-again')}
            </Button>
            <ButtonLink href={`${path}/removal`} look="text">
              {t('calendars.remove')}
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>
  );
}
