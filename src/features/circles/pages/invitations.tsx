import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CopyButton,
  EmptyState,
  type Errors,
  Form,
  Layout,
  type Page,
  PageHead,
  RadioGroup,
  Section,
  ShareButton,
  Stack,
  Time,
} from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import { INVITATION_DAYS, type Invitation, USUAL_DAYS } from '../invitation.ts';
import { FacilitatorTabs } from './facilitator-tabs.tsx';

interface InvitationsProps {
  page: Page;
  circle: Circle;
  /** Our address, without a trailing slash. */
  origin: string;
  invitations: Invitation[];
  errors?: Errors;
}

/** The links that open this circle, and the poster. Also where starting one ends. */
export function InvitationsPage({ page, circle, origin, invitations, errors }: InvitationsProps) {
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  return (
    <Layout
      page={page}
      title={`${t('circles.room.invitations')} · ${circleName(page, circle)}`}
      current="circles"
    >
      <PageHead
        title={t('circles.room.invitations')}
        lead={t('circles.invitations-lead')}
        back={{ href: path, label: circleName(page, circle) }}
      />
      <FacilitatorTabs page={page} circle={circle} here="invitations" />
      {invitations.length === 0 ? (
        <EmptyState drawing="letter" title={t('circles.no-invitations')} />
      ) : (
        <Stack list>
          {invitations.map((invitation) => (
            <InvitationCard page={page} circle={circle} origin={origin} invitation={invitation} />
          ))}
        </Stack>
      )}
      <Section title={t(invitations.length ? 'circles.another-link' : 'circles.new-link')} id="another">
        <Form page={page} action={`${path}/invitations`}>
          <RadioGroup
            page={page}
            name="days"
            label={t('circles.link-days')}
            options={INVITATION_DAYS.map((days) => ({
              value: days,
              label: t('circles.days', { days: Number(days) }),
            }))}
            value={String(USUAL_DAYS)}
            error={errors?.days}
          />
          <Actions>
            <Button look={invitations.length ? 'plain' : 'primary'} icon="plus">
              {t('circles.make-link')}
            </Button>
          </Actions>
        </Form>
      </Section>
    </Layout>
  );
}

function InvitationCard(
  p: Pick<InvitationsProps, 'page' | 'circle' | 'origin'> & { invitation: Invitation },
) {
  const { page, circle, origin, invitation } = p;
  const { t } = page;
  const path = `/circles/${circle.circleId}`;
  const link = `${origin}/invitations/${invitation.token}`;
  return (
    <Card as="li">
      <p class="link-out">
        <a href={link}>{link}</a>
      </p>
      <p class="quiet">
        {t('circles.link-until')} <Time page={page} at={invitation.expiresAt} shape="date" />
      </p>
      <Actions>
        <CopyButton page={page} text={link} label={t('circles.copy-link')} />
        <ShareButton
          page={page}
          title={circleName(page, circle)}
          url={link}
          text={t('circles.share-text', { name: circleName(page, circle) })}
        />
        <ButtonLink href={`${path}/poster?invitation=${invitation.invitationId}`} look="plain" icon="print">
          {t('circles.poster')}
        </ButtonLink>
        <Form page={page} action={`${path}/invitations/${invitation.invitationId}/revocation`} inline>
          <Button look="text">{t('circles.revoke')}</Button>
        </Form>
      </Actions>
    </Card>
  );
}
