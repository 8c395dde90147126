import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Facts,
  Form,
  formatTime,
  Layout,
  Note,
  type Page,
  PageHead,
  Reasons,
} from '../../../ui/index.ts';
import { rhythmOf, whereOf } from '../../circles/index.ts';
import { said } from '../../reasons/index.ts';
import { LEADING, LIST } from '../paths.ts';
import type { Seat } from '../seat.ts';
import type { FormingSettings } from '../settings.ts';
import { languagesSaid, topicsSaid } from './saying.ts';
import { nextSaid } from './waiting-list.tsx';

interface Props {
  page: Page;
  seat: Seat;
  settings: FormingSettings;
}

/** A seat kept for her: when, where, in which language, with how many, and why. Never who. */
export function SeatPage({ page, seat, settings }: Props) {
  const { t } = page;
  const leads = seat.role === 'facilitator';
  const title = t(leads ? 'forming.seat.title-lead' : 'forming.seat.title');
  return (
    <Layout page={page} title={title} current="circles" narrow>
      <PageHead
        title={title}
        lead={leads ? t('forming.seat.lead-lead') : t('forming.seat.lead')}
        back={
          leads
            ? { href: LEADING, label: t('forming.leading.title') }
            : { href: LIST, label: t('forming.title') }
        }
      />
      <Card as="section" lit labelledby="circle">
        <h2 id="circle">{seat.name}</h2>
        <Facts
          facts={[
            { icon: 'clock', label: t('forming.seat.when'), value: rhythmOf(page, seat) },
            {
              icon: 'language',
              label: t('forming.seat.language'),
              value: languagesSaid(page, seat.languages),
            },
            { icon: 'place', label: t('forming.seat.where'), value: whereOf(page, seat) },
            { icon: 'circles', label: t('forming.seat.company'), value: companySaid(page, seat) },
            { icon: 'peer', label: t('forming.seat.led-by'), value: ledBySaid(page, seat) },
          ]}
        />
        {seat.reasons.length > 0 && <Reasons reasons={seat.reasons.map((reason) => said(page, reason))} />}
        {leads && seat.topics.length > 0 && (
          <p>{t('forming.seat.about', { topics: topicsSaid(page, seat.topics) })}</p>
        )}
      </Card>
      <Standing page={page} seat={seat} settings={settings} />
    </Layout>
  );
}

/** What there is to answer, or what became of it. */
function Standing({ page, seat, settings }: Props) {
  const { t } = page;
  const { id, role, state, circleId, gathering } = seat;
  if (state === 'taken' && circleId && gathering !== 'dissolved')
    return (
      <Actions>
        <ButtonLink href={`/circles/${circleId}`}>{t('forming.seat.enter')}</ButtonLink>
      </Actions>
    );
  if (state !== 'offered' && state !== 'taken')
    return (
      <Note icon="info">{`${t(`forming.seat.over-${state}`)} ${role === 'member' ? nextSaid(page, settings) : ''}`}</Note>
    );
  return (
    <>
      {state === 'taken' ? (
        <Note icon="check">{t('forming.seat-opens')}</Note>
      ) : (
        <p class="quiet">{t('forming.seat.until', { day: formatTime(page, seat.answerBy, 'day') })}</p>
      )}
      <Actions>
        {state === 'offered' && (
          <Form page={page} action={`/circle-seats/${id}/acceptance`} inline>
            <Button>{t(role === 'member' ? 'forming.seat.yes' : 'forming.seat.yes-lead')}</Button>
          </Form>
        )}
        <Form page={page} action={`/circle-seats/${id}/refusal`} inline>
          <Button look="plain">{t('forming.seat.no')}</Button>
        </Form>
      </Actions>
      <p class="quiet">{t(role === 'member' ? 'forming.seat.no-blame' : 'forming.seat.no-blame-lead')}</p>
    </>
  );
}

function companySaid({ t }: Page, { role, company }: Seat): string {
  return t(role === 'member' ? 'forming.seat.others' : 'forming.seat.mothers', { count: company });
}

function ledBySaid({ t, lang }: Page, { role, ledBy }: Seat): string {
  const names = new Intl.ListFormat(lang, { type: 'conjunction' }).format(ledBy);
  if (role === 'member') return t('forming.seat.looks-after', { names, count: ledBy.length });
  return ledBy.length > 0 ? t('forming.seat.with-you', { names }) : '';
}
