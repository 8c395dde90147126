import {
  Actions,
  Button,
  ButtonLink,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Time,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Standing } from '../asking.ts';
import { type Circle, placesLeft } from '../circle.ts';
import { CircleFacts, CircleWords } from './about-circle.tsx';

interface FrontDoorProps {
  page: Page;
  circle: Circle;
  /** Empty for people who are not members of the community. */
  names: string[];
  standing: Standing;
  /** The token she came with. */
  invitation?: string;
}

/** A circle seen from the street. No member is named, except to members those who look after it. */
export function FrontDoorPage({ page, circle, names, standing, invitation }: FrontDoorProps) {
  const { t } = page;
  return (
    <Layout
      page={page}
      title={circleName(page, circle)}
      current="circles"
      public={!invitation}
      description={circle.purpose || undefined}
    >
      <PageHead
        title={circleName(page, circle)}
        lead={circle.purpose || undefined}
        back={{ href: '/circles', label: t('circles.title') }}
      />
      {invitation && (
        <Note tone="warm" icon="hug">
          <p>{t('circles.invited')}</p>
        </Note>
      )}
      <CircleFacts page={page} circle={circle} names={names} />
      <Door page={page} circle={circle} standing={standing} invitation={invitation} />
      <CircleWords page={page} circle={circle} />
    </Layout>
  );
}

type DoorProps = Omit<FrontDoorProps, 'names'>;

/** The one thing to do here. */
function Door(p: DoorProps) {
  const { page, circle, standing, invitation } = p;
  const { t } = page;
  const here = invitation ? `/invitations/${invitation}` : `/circles/${circle.circleId}`;
  if (placesLeft(circle) === 0) return <Full {...p} />;
  if (!invitation && standing) return <Waiting page={page} circle={circle} standing={standing} />;
  if (!invitation && (circle.joining === 'private' || circle.joining === 'hidden')) {
    return (
      <Note icon="lock">
        <p>{t('circles.private-hint')}</p>
      </Note>
    );
  }
  if (!page.viewer) {
    return (
      <Actions>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(here)}`} wide>
          {t('circles.sign-in-to-join')}
        </ButtonLink>
        <span class="quiet">{t('circles.sign-in-hint')}</span>
      </Actions>
    );
  }
  if (!invitation && circle.joining === 'request') {
    return (
      <Actions>
        <ButtonLink href={`/circles/${circle.circleId}/request`} wide>
          {t('circles.ask')}
        </ButtonLink>
        <span class="quiet">{t('circles.ask-hint')}</span>
      </Actions>
    );
  }
  return <JoinForm page={page} circle={circle} invitation={invitation} />;
}

function JoinForm({ page, circle, invitation }: Pick<DoorProps, 'page' | 'circle' | 'invitation'>) {
  const { t } = page;
  return (
    <Form page={page} action={`/circles/${circle.circleId}/membership`}>
      {invitation && <input type="hidden" name="invitation" value={invitation} />}
      <Actions>
        <Button wide>{t('circles.join')}</Button>
        <span class="quiet">{t('circles.join-hint')}</span>
      </Actions>
    </Form>
  );
}

function Full({ page }: DoorProps) {
  const { t } = page;
  return (
    <Note tone="warm" icon="info">
      <p>
        {t('circles.full-hint')} <a href="/circles">{t('circles.full-others')}</a>
      </p>
    </Note>
  );
}

function Waiting({
  page,
  circle,
  standing,
}: Pick<DoorProps, 'page' | 'circle'> & { standing: NonNullable<Standing> }) {
  const { t } = page;
  const { state, askedAt, mayAskAgain } = standing;
  if (state === 'waiting') {
    return (
      <Note tone="warm" icon="clock">
        <p>
          {t('circles.request-waits')} <Time page={page} at={askedAt} shape="date" />
        </p>
        <Form page={page} action={`/circles/${circle.circleId}/request/withdrawal`} inline>
          <Button look="text">{t('circles.withdraw')}</Button>
        </Form>
      </Note>
    );
  }
  return (
    <Note icon="info">
      <p>
        {t('circles.declined')}{' '}
        {mayAskAgain && circle.joining === 'request' ? (
          <a href={`/circles/${circle.circleId}/request`}>{t('circles.ask-again')}</a>
        ) : (
          <a href="/circles">{t('circles.full-others')}</a>
        )}
      </p>
    </Note>
  );
}
