import {
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Layout,
  Note,
  type Page,
  PageHead,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { HelplineShown } from '../../helplines/index.ts';
import type { Callback } from '../callback.ts';
import { LinesNow } from './lines-now.tsx';
import { stateOf } from './request.tsx';

/** The calls she asked for. */
export function MinePage({
  page,
  requests,
  lines,
}: {
  page: Page;
  requests: Callback[];
  lines: HelplineShown[];
}) {
  const { t } = page;
  const open = requests.some(({ closedAt }) => !closedAt);
  return (
    <Layout page={page} title={t('callbacks.mine')} current="ask" narrow>
      <PageHead title={t('callbacks.mine')} back={{ href: '/ask', label: t('asks.doors.title') }} />
      {requests.length === 0 ? (
        <EmptyState title={t('callbacks.mine-none')} drawing="cup">
          <p>{t('callbacks.door-lead')}</p>
          <ButtonLink href="/callbacks/new" icon="phone">
            {t('callbacks.ask')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <>
          <Stack list>
            {requests.map((request) => (
              <Card as="li" lit={!request.closedAt}>
                <h2>
                  <a href={`/callbacks/requests/${request.callbackId}`}>
                    <Time page={page} at={request.askedAt} shape="moment" />
                  </a>
                </h2>
                <div class="chips">
                  <Chip tint={request.closedAt ? undefined : 'gold'}>
                    {t(`callbacks.state.${stateOf(request)}`)}
                  </Chip>
                </div>
              </Card>
            ))}
          </Stack>
          {!open && (
            <ButtonLink href="/callbacks/new" look="plain" icon="phone">
              {t('callbacks.ask-again')}
            </ButtonLink>
          )}
        </>
      )}
      <Note tone="warm" icon="help">
        <LinesNow page={page} lines={lines} />
      </Note>
    </Layout>
  );
}
