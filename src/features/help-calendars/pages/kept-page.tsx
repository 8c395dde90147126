import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CopyButton,
  EmptyState,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PrintButton,
  ShareButton,
} from '../../../ui/index.ts';
import type { Whole } from '../access.ts';
import type { ByHand } from '../by-hand.ts';
import { isOpen } from '../calendar.ts';
import type { Particulars } from '../particulars.ts';
import { pathOf } from '../paths.ts';
import type { Slot } from '../slot.ts';
import { ByHandCard } from './by-hand-card.tsx';
import { Changes } from './changes.tsx';
import { Days } from './days.tsx';
import { Ending, Enough } from './ending.tsx';
import { Lights } from './front.tsx';
import { Strangers } from './strangers.tsx';
import { Waiting } from './waiting-for-her.tsx';

interface Props {
  page: Page;
  whole: Whole;
  own: boolean;
  /** Whole addresses; null when there is none. */
  link: string | null;
  consentLink: string | null;
  hasDoor: boolean;
  /** May say yes to helpers. */
  vouches: boolean;
  asked: Particulars['asked'];
  toRemind: ByHand[];
}

const DAY = 86_400_000;

/** Her view: who comes when, with what; the link; and the few things she may want to do. */
export function KeptPage({ page, whole, own, link, consentLink, hasDoor, vouches, asked, toRemind }: Props) {
  const { t } = page;
  const { calendar, slots } = whole;
  const path = pathOf(calendar.calendarId);
  const title = t('help-calendars.for', { name: calendar.called });
  const now = new Date();
  const shown = slots.filter(({ endsAt }) => +endsAt > +now - 7 * DAY);
  const ahead = slots.filter(({ endsAt }) => endsAt > now);
  return (
    <Layout page={page} title={title} current="ask">
      <PageHead title={title} back={{ href: '/help-calendars', label: t('help-calendars.title') }} />
      {calendar.consent === 'asked' && <Waiting page={page} whole={whole} link={consentLink} />}
      {calendar.consent === 'refused' && <Note icon="info">{t('help-calendars.refused')}</Note>}
      {calendar.endedAt && <Note icon="info">{t('help-calendars.over-lead')}</Note>}
      {own && !calendar.forOther && <Changes page={page} calendar={calendar} asked={null} path={path} />}
      {calendar.forOther && (calendar.before || asked) && (
        <Note icon="info">{t('help-calendars.waits-for-her')}</Note>
      )}
      {isOpen(calendar) && <Share page={page} title={title} link={link} path={path} name={calendar.called} />}
      {isOpen(calendar) && own && !hasDoor && (
        <Note tone="warm" icon="place">
          <p>{t('help-calendars.no-address')}</p>
          <ButtonLink href={`${path}/wishes`} look="plain">
            {t('help-calendars.wishes')}
          </ButtonLink>
        </Note>
      )}
      <Strangers
        page={page}
        calendar={calendar}
        helpers={whole.helpers.values()}
        path={`${path}/helpers`}
        vouches={vouches}
      />
      <ByHandCard page={page} toRemind={toRemind} />
      <Enough page={page} calendar={calendar} slots={ahead} />
      {ahead.length > 0 && <Lights page={page} slots={ahead} />}
      {shown.length === 0 && (
        <EmptyState title={t('help-calendars.no-slots')} drawing="cup">
          <p class="quiet">{t('help-calendars.no-slots-lead')}</p>
        </EmptyState>
      )}
      <Days
        page={page}
        whole={whole}
        slots={shown}
        hers={own && !calendar.forOther}
        end={(slot) => <Act page={page} slot={slot} path={path} now={now} />}
      />
      {!calendar.endedAt && <Ways page={page} path={path} own={own} />}
      {!calendar.endedAt && <Ending page={page} path={path} />}
    </Layout>
  );
}

/** What can be done about one slot: thanks once it has begun, else a look at it. */
function Act({ page, slot, path, now }: { page: Page; slot: Slot; path: string; now: Date }) {
  const { t } = page;
  const at = `${path}/slots/${slot.slotId}`;
  if (slot.startsAt > now)
    return (
      <a class="turn-more no-print" href={at}>
        {t('help-calendars.change')}
      </a>
    );
  if (!slot.helperId) return null;
  if (slot.thankedAt) return <span class="quiet no-print">{t('help-calendars.thanked-already')}</span>;
  return (
    <Form page={page} action={`${at}/thanks`} inline>
      <Button look="plain">{t('help-calendars.thank')}</Button>
    </Form>
  );
}

function Share({
  page,
  title,
  link,
  path,
  name,
}: {
  page: Page;
  title: string;
  link: string | null;
  path: string;
  name: string;
}) {
  const { t } = page;
  return (
    <Card lit>
      <h2 id="share">{t('help-calendars.share-title')}</h2>
      <p class="quiet">{t('help-calendars.share-lead')}</p>
      <Actions>
        {link && (
          <ShareButton
            page={page}
            title={title}
            url={link}
            text={t('help-calendars.share-words', { name })}
          />
        )}
        {link && <CopyButton page={page} text={link} />}
        <ButtonLink href={`${path}/link`} look="plain" icon="link">
          {t('help-calendars.link')}
        </ButtonLink>
      </Actions>
    </Card>
  );
}

const Ways = ({ page, path, own }: { page: Page; path: string; own: boolean }) => (
  <Actions>
    <ButtonLink href={`${path}/slots`} look="plain" icon="plus">
      {page.t('help-calendars.add-slots')}
    </ButtonLink>
    {own && (
      <ButtonLink href={`${path}/wishes`} look="plain" icon="place">
        {page.t('help-calendars.wishes')}
      </ButtonLink>
    )}
    <ButtonLink href={`${path}/helpers`} look="plain" icon="peer">
      {page.t('help-calendars.helpers')}
    </ButtonLink>
    <ButtonLink href={`${path}/edit`} look="plain" icon="edit">
      {page.t('help-calendars.edit')}
    </ButtonLink>
    <PrintButton page={page} />
  </Actions>
);
