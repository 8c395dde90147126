import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Facts,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
} from '../../../ui/index.ts';
import type { HelplineShown } from '../../helplines/index.ts';
import type { Callback } from '../callback.ts';
import type { NextStep } from '../forms.ts';
import { LinesNow } from './lines-now.tsx';
import { promiseSaid } from './saying.ts';

interface Props {
  page: Page;
  request: Callback;
  lines: HelplineShown[];
}

/** Where it stands, in a word. */
export function stateOf({ closedAs, reachedAt, caller }: Callback) {
  if (closedAs) return closedAs;
  return reachedAt ? 'reached' : caller ? 'taken' : 'waiting';
}

/** How a request of hers stands: who will call, from what number, what was tried; and the way out of it. */
export function RequestPage({ page, request, lines }: Props) {
  const { t } = page;
  const state = stateOf(request);
  return (
    <Layout page={page} title={t('callbacks.yours')} current="ask" narrow>
      <PageHead title={t('callbacks.yours')} back={{ href: '/callbacks/mine', label: t('callbacks.mine') }}>
        <div class="chips">
          <Chip tint={request.closedAt ? undefined : 'gold'} icon="phone">
            {t(`callbacks.state.${state}`)}
          </Chip>
        </div>
        <Facts
          facts={[
            {
              icon: 'clock',
              label: t('callbacks.promised'),
              value: request.closedAt || request.reachedAt ? null : promiseSaid(page, byOf(request)),
            },
            {
              icon: 'language',
              label: t('callbacks.language'),
              value: t(`words.language.${request.language as 'en'}`),
            },
          ]}
        />
      </PageHead>
      {request.closedAt ? <Ended page={page} request={request} /> : <Open page={page} request={request} />}
      <Note tone="warm" icon="help">
        <LinesNow page={page} lines={lines} />
      </Note>
    </Layout>
  );
}

const byOf = ({ promisedAt }: Callback) => (promisedAt ? { by: promisedAt } : null);

function Open({ page, request }: Omit<Props, 'lines'>) {
  const { t } = page;
  const { caller, notBefore } = request;
  const path = `/callbacks/requests/${request.callbackId}`;
  return (
    <>
      <Card as="div" lit>
        <p>
          {caller
            ? t('callbacks.taken-by', { name: caller.name, number: caller.withheld ? 'withheld' : 'own' })
            : t('callbacks.waits')}
        </p>
        {request.tried.map((at) => (
          <p>{t('callbacks.tried-at', { time: formatTime(page, at, 'moment') })}</p>
        ))}
        {notBefore && notBefore > new Date() && (
          <p>{t('callbacks.again-at', { time: formatTime(page, notBefore, 'moment') })}</p>
        )}
        {!request.promisedAt && <p>{t('callbacks.no-promise-lead')}</p>}
      </Card>
      {!request.reachedAt && (
        <Actions>
          <ButtonLink href={`${path}/hours`} look="plain" icon="edit">
            {t('callbacks.change')}
          </ButtonLink>
          {caller && (
            <Form page={page} action={`${path}/somebody-else`} inline>
              <Button look="plain">{t('callbacks.somebody-else')}</Button>
            </Form>
          )}
          <Form page={page} action={`${path}/withdrawal`} inline>
            <Button look="text">{t('callbacks.withdraw')}</Button>
          </Form>
        </Actions>
      )}
      <p class="quiet">{t('callbacks.withdraw-hint')}</p>
    </>
  );
}

/** Where each next step leads. */
const LEADS: Record<Exclude<NextStep, 'nothing'>, string> = {
  circle: '/circles',
  mentor: '/mentoring',
  helpline: '/help-now',
  directory: '/directory',
  another: '/callbacks/new',
};

/** However it ended: what comes next, and a door that stays open. Number and words are gone. */
function Ended({ page, request }: Omit<Props, 'lines'>) {
  const { t } = page;
  const { nextStep } = request;
  return (
    <Card as="div" lit={request.closedAs !== 'withdrawn'}>
      <p>{t(`callbacks.ended.${request.closedAs!}`)}</p>
      {request.tried.map((at) => (
        <p class="quiet">{t('callbacks.tried-at', { time: formatTime(page, at, 'moment') })}</p>
      ))}
      {nextStep && nextStep !== 'nothing' && (
        <>
          <p>{t('callbacks.next-step')}</p>
          <ButtonLink href={LEADS[nextStep]}>{t(`callbacks.step.${nextStep}`)}</ButtonLink>
        </>
      )}
      <p class="quiet">{t('callbacks.wiped')}</p>
      {nextStep !== 'another' && (
        <ButtonLink href="/callbacks/new" look="plain" icon="phone">
          {t('callbacks.ask-again')}
        </ButtonLink>
      )}
    </Card>
  );
}
