import {
  ButtonLink,
  Card,
  Chip,
  Disclosure,
  EmptyState,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
  Time,
} from '../../../ui/index.ts';
import type { OwnDoor } from '../door.ts';
import type { Talk } from '../talk.ts';
import { doorNow } from './door-page.tsx';
import { dayName } from './standing-note.tsx';
import { why } from './why.ts';

interface MessagesPageProps {
  page: Page;
  talks: Talk[];
  door: OwnDoor;
  /** Something written to her stands behind a block. */
  behind: boolean;
  /** 'YYYY-MM-DD' where she is. */
  today: string;
}

/** Who asks for her, whom she talks with, whom she asked; what is over stays folded. */
export function MessagesPage({ page, talks, door, behind, today }: MessagesPageProps) {
  const { t } = page;
  const asksMe = talks.filter((talk) => talk.state === 'waiting' && !talk.iAsked && !talk.declined);
  const open = talks.filter((talk) => talk.state === 'open');
  const asked = talks.filter((talk) => talk.iAsked && (talk.state === 'waiting' || talk.state === 'not-now'));
  const over = talks.filter((talk) => ![asksMe, open, asked].some((some) => some.includes(talk)));
  return (
    <Layout page={page} title={t('messages.title')} current="me">
      <PageHead
        title={t('messages.title')}
        lead={t('messages.lead')}
        back={{ href: '/me', label: t('ui.nav.me') }}
      />
      {talks.length === 0 && (
        <EmptyState title={t('messages.empty')} drawing="letter">
          <p>{t('messages.empty-lead')}</p>
          <ButtonLink href="/circles">{t('messages.empty-link')}</ButtonLink>
        </EmptyState>
      )}
      <Talks page={page} id="asks-me" title={t('messages.asks-me')} talks={asksMe} />
      <Talks page={page} id="open" title={t('messages.open')} talks={open} />
      <Talks page={page} id="asked" title={t('messages.you-asked')} talks={asked} />
      {over.length > 0 && (
        <Disclosure summary={t('messages.over')} calm id="over">
          <Cards page={page} talks={over} />
        </Disclosure>
      )}
      <Section title={t('messages.door')} id="door">
        <p class="quiet">{doorLine(page, door, today)}</p>
        <ButtonLink href="/messages/door" look="plain">
          {t('messages.door-change')}
        </ButtonLink>
      </Section>
      {behind && (
        <p class="quiet">
          <a href="/messages/behind-blocks">{t('messages.behind')}</a>
        </p>
      )}
    </Layout>
  );
}

function doorLine(page: Page, door: OwnDoor, today: string): string {
  const stands = doorNow(door, today);
  return stands === 'away'
    ? page.t('messages.door-away', { day: dayName(page, door.awayUntil!) })
    : page.t(`messages.door-hint.${stands}`);
}

function Talks({ page, id, title, talks }: { page: Page; id: string; title: string; talks: Talk[] }) {
  if (talks.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <Cards page={page} talks={talks} />
    </Section>
  );
}

function Cards({ page, talks }: { page: Page; talks: Talk[] }) {
  return (
    <Stack list>
      {talks.map((talk) => (
        <TalkCard page={page} talk={talk} />
      ))}
    </Stack>
  );
}

function TalkCard({ page, talk }: { page: Page; talk: Talk }) {
  const { t } = page;
  const asksMe = talk.state === 'waiting' && !talk.iAsked && !talk.declined;
  return (
    <Card as="li" lit={asksMe || talk.unread}>
      {talk.unread && <Chip tint="gold">{t('messages.unread')}</Chip>}
      <h3>
        <a href={`/messages/${talk.talkId}`}>{talk.otherName}</a>
      </h3>
      {talk.state === 'open' ? null : (
        <p class="quiet">
          {stateLine(page, talk)} · <Time page={page} at={talk.askedAt} />
        </p>
      )}
      {asksMe && <p>{why(page, talk)}</p>}
    </Card>
  );
}

function stateLine({ t }: Page, { state, iAsked, declined }: Talk): string {
  if (state === 'waiting')
    return t(iAsked ? 'messages.waits' : declined ? 'messages.you-declined' : 'messages.asks');
  if (state === 'not-now') return t(iAsked ? 'messages.not-now' : 'messages.you-cannot');
  return t(state === 'withdrawn' ? 'messages.you-withdrew' : 'messages.ended');
}
