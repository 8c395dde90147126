import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  formatTime,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Lead } from '../lead.ts';
import { LEADING, LIST } from '../paths.ts';
import type { Seat } from '../seat.ts';

interface Props {
  page: Page;
  lead: Lead;
  seats: Seat[];
}

/** Her offer to look after circles: where it stands, what she is asked for, rest and the way out. */
export function LeadPage({ page, lead, seats }: Props) {
  const { t } = page;
  const rests = lead.pausedAt !== null && lead.state === 'approved';
  const stands = rests ? 'rests' : lead.state;
  const live = lead.state === 'offered' || lead.state === 'approved';
  const asked = seats.filter(
    ({ state, gathering }) => gathering !== 'dissolved' && (state === 'offered' || state === 'taken'),
  );
  return (
    <Layout page={page} title={t('forming.leading.title')} current="circles" narrow>
      <PageHead title={t('forming.leading.title')} back={{ href: LIST, label: t('forming.title') }} />
      {asked.length > 0 && (
        <Stack list>
          {asked.map((seat) => (
            <Card as="li" lit={seat.state === 'offered'}>
              <h2>
                <a
                  href={
                    seat.circleId && seat.state === 'taken'
                      ? `/circles/${seat.circleId}`
                      : `/circle-seats/${seat.id}`
                  }
                >
                  {seat.name}
                </a>
              </h2>
              <p>
                {seat.state === 'offered'
                  ? t('forming.leading.asked', { day: formatTime(page, seat.answerBy, 'day') })
                  : t('forming.leading.leads')}
              </p>
            </Card>
          ))}
        </Stack>
      )}
      <Card lit={stands === 'approved' && asked.length === 0}>
        <h2>{t(`forming.leading.${stands as Exclude<typeof stands, 'left'>}`)}</h2>
        <p>
          {t(`forming.leading.${stands as Exclude<typeof stands, 'left'>}-lead`, { count: lead.circles })}
        </p>
        {lead.state === 'approved' && (
          <Form page={page} action={`${LEADING}/${rests ? 'return' : 'pause'}`} inline>
            <Button look={rests ? 'primary' : 'plain'} icon={rests ? 'sun' : 'moon'}>
              {t(rests ? 'forming.leading.resume' : 'forming.leading.pause')}
            </Button>
          </Form>
        )}
      </Card>
      {live && (
        <Section id="offer" title={t('forming.leading.hers')}>
          <Actions>
            <ButtonLink href={`${LEADING}/change`} look="plain" icon="edit">
              {t('forming.change')}
            </ButtonLink>
            <Form page={page} action={`${LEADING}/departure`} inline>
              <Button look="text">{t('forming.leading.leave')}</Button>
            </Form>
          </Actions>
        </Section>
      )}
    </Layout>
  );
}
