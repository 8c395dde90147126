import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Face,
  Form,
  Layout,
  type Page,
  PageHead,
  PostText,
  Section,
  Stack,
  Time,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { JoinRequest } from '../asking.ts';
import type { Circle } from '../circle.ts';
import type { Fellow } from '../people.ts';
import { FacilitatorTabs } from './facilitator-tabs.tsx';

interface PeopleProps {
  page: Page;
  circle: Circle;
  people: Fellow[];
  requests: JoinRequest[];
}

/** Who asks to come in, and who is in. For facilitators. */
export function PeoplePage({ page, circle, people, requests }: PeopleProps) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  return (
    <Layout page={page} title={`${t('circles.room.people')} · ${circleName(page, circle)}`} current="circles">
      <PageHead title={t('circles.room.people')} back={{ href: path, label: circleName(page, circle) }} />
      <FacilitatorTabs page={page} circle={circle} here="people" />
      {requests.length > 0 && (
        <Section title={t('circles.requests')} id="requests">
          <Stack list>
            {requests.map((request) => (
              <RequestCard page={page} path={path} request={request} />
            ))}
          </Stack>
        </Section>
      )}
      <Section title={t('circles.in-it')} id="in-it" aside={t('circles.in-it-hint')}>
        <div>
          {people.map((fellow) => (
            <FellowLine page={page} path={path} fellow={fellow} />
          ))}
        </div>
      </Section>
      <Greeter page={page} path={path} greets={people.some((fellow) => fellow.isSelf && fellow.greets)} />
    </Layout>
  );
}

function RequestCard({ page, path, request }: { page: Page; path: string; request: JoinRequest }) {
  const { t } = page;
  const { memberId, displayName, answers, level, createdAt } = request;
  const id = `request-${memberId}`;
  return (
    <Card as="li" lit={level === 'urgent'}>
      {level !== 'none' && (
        <div class="chips">
          <Chip tint={level === 'urgent' ? 'rose' : 'gold'}>{t('safety.flag.words')}</Chip>
        </div>
      )}
      <h3 id={id}>{displayName}</h3>
      <p class="quiet">
        {t('circles.asked-on')} <Time page={page} at={createdAt} shape="date" />
      </p>
      {answers.map(({ question, answer }) => (
        <>
          <p class="quiet">{question}</p>
          {answer ? <PostText text={answer} /> : <p class="quiet">{t('circles.no-answer')}</p>}
        </>
      ))}
      {level !== 'none' && (
        <p class="quiet">
          {t('circles.request-worries')} <a href="/guides/danger">{t('guides.danger')}</a>
        </p>
      )}
      <Actions>
        <Form page={page} action={`${path}/requests/${memberId}/admission`} inline>
          <Button label={t('circles.admit-name', { name: displayName })}>{t('circles.admit')}</Button>
        </Form>
        <Form page={page} action={`${path}/requests/${memberId}/refusal`} inline>
          <Button look="text" label={t('circles.decline-name', { name: displayName })}>
            {t('circles.decline')}
          </Button>
        </Form>
      </Actions>
    </Card>
  );
}

function FellowLine({ page, path, fellow }: { page: Page; path: string; fellow: Fellow }) {
  const { t } = page;
  const { memberId, displayName, role, isSelf } = fellow;
  return (
    <div class="rule fellow">
      <span class="fellow-name">
        <Face name={displayName} />
        {isSelf ? <span>{displayName}</span> : <a href={`/members/${memberId}`}>{displayName}</a>}
        {role === 'facilitator' && <Chip tint="sage">{t('circles.facilitator')}</Chip>}
      </span>
      {!isSelf && role === 'member' && (
        <details class="more">
          <summary aria-label={t('circles.more-name', { name: displayName })}>
            <span>{t('conversation.more')}</span>
          </summary>
          <div class="asides">
            <ButtonLink
              href={`${path}/people/${memberId}/keys`}
              look="text"
              label={t('circles.hand-keys-name', { name: displayName })}
            >
              {t('circles.hand-keys')}
            </ButtonLink>
            <ButtonLink
              href={`${path}/people/${memberId}/mute`}
              look="text"
              label={t('safety.mute-title', { name: displayName })}
            >
              {t('safety.mute')}
            </ButtonLink>
            <ButtonLink
              href={`${path}/people/${memberId}/removal`}
              look="text"
              label={t('circles.remove-name', { name: displayName })}
            >
              {t('circles.remove')}
            </ButtonLink>
          </div>
        </details>
      )}
    </div>
  );
}

function Greeter({ page, path, greets }: { page: Page; path: string; greets: boolean }) {
  const { t } = page;
  return (
    <Section title={t('circles.greeting')} id="greeting">
      <p>{t(greets ? 'circles.you-greet' : 'circles.you-do-not-greet')}</p>
      <Form page={page} action={`${path}/greeter`} inline>
        <Button look="plain" name="greets" value={greets ? '' : 'yes'}>
          {t(greets ? 'circles.stop-greeting' : 'circles.will-greet')}
        </Button>
      </Form>
    </Section>
  );
}

/** Before somebody is given the keys, which only she herself gives back. */
export function KeysPage({ page, circle, fellow }: { page: Page; circle: Circle; fellow: Fellow }) {
  const { t } = page;
  const path = `/circles/${circle.circleId}/people`;
  const title = t('circles.keys-title', { name: fellow.displayName });
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead title={title} lead={t('circles.keys-lead', { circle: circleName(page, circle) })} />
      <Form page={page} action={`${path}/${fellow.memberId}/keys`}>
        <Actions>
          <Button>{t('circles.hand-keys')}</Button>
          <ButtonLink href={path} look="text">
            {t('circles.keys-not')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
