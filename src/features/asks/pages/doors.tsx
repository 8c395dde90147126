import {
  ButtonLink,
  Card,
  Icon,
  type IconName,
  Layout,
  type Page,
  PageHead,
  Stack,
} from '../../../ui/index.ts';
import type { Door } from '../needs.ts';

interface Way {
  href: string;
  icon: IconName;
  label: string;
}

/** Three doors: to be heard, to get a hand, to get an answer. Behind each, ways that need no asking here. */
export function DoorsPage({ page, gentle, calls }: { page: Page; gentle: boolean; calls: boolean }) {
  const { t } = page;
  const lines: Way = { href: '/help-now', icon: 'phone', label: t('asks.way.lines') };
  const call: Way = { href: '/callbacks/new', icon: 'phone', label: t('callbacks.ask') };
  const note = `/help/note?want=${gentle ? 'loss-company' : 'meal'}`;
  return (
    <Layout page={page} title={t('asks.doors.title')} current="ask">
      <PageHead title={t('asks.doors.title')} lead={t('asks.doors.lead')} />
      <Stack>
        <Behind
          page={page}
          door="listen"
          ways={[
            ...(calls ? [call] : []),
            { href: '/mentoring', icon: 'peer', label: t('asks.way.peer') },
            lines,
          ]}
        />
        <Behind
          page={page}
          door="hand"
          ways={[
            { href: '/help-calendars', icon: 'calendar', label: t('asks.way.calendar') },
            { href: note, icon: 'family', label: t('asks.way.note') },
            { href: '/directory', icon: 'place', label: t('asks.way.services') },
          ]}
        />
        <Behind
          page={page}
          door="answer"
          ways={[
            { href: '/directory', icon: 'professional', label: t('asks.way.professional') },
            { href: '/help/note?to=doctor', icon: 'edit', label: t('asks.way.doctor') },
          ]}
        />
      </Stack>
      <p class="rule">
        <span>{t('asks.doors.hers')}</span>
        <ButtonLink href="/asks" look="plain" icon="message">
          {t('asks.title')}
        </ButtonLink>
      </p>
      <p class="rule">
        <span>{t('asks.doors.offer')}</span>
        <ButtonLink href="/asks/offers" look="plain" icon="hug">
          {t('asks.offers.title')}
        </ButtonLink>
      </p>
    </Layout>
  );
}

function Behind({ page, door, ways }: { page: Page; door: Door; ways: Way[] }) {
  const { t } = page;
  return (
    <Card as="section" labelledby={door}>
      <h2 id={door}>{t(`asks.door.${door}`)}</h2>
      <p class="quiet">{t(`asks.door-lead.${door}`)}</p>
      <ButtonLink href={`/ask/${door}`}>{t(`asks.door-open.${door}`)}</ButtonLink>
      <ul class="ways">
        {ways.map(({ href, icon, label }) => (
          <li>
            <a href={href}>
              <Icon name={icon} />
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
