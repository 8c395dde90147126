import type { Errors, Raw } from '../../../platform/http/index.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  type Page,
  RadioGroup,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import { type Contact, LENGTHS, MOODS, WAYS } from '../contact.ts';
import type { Pair } from '../pair.ts';
import type { PairView } from '../pair-view.ts';
import { contactWords, dayWords } from './words.ts';

interface Props {
  page: Page;
  pair: Pair;
  view: PairView;
  refused?: { errors: Errors; raw: Raw };
}

/** That they were in touch: the mentor's two taps, the mother's one, and what was noted. */
export function ContactLog({ page, pair, view, refused }: Props) {
  const { t } = page;
  return (
    <Section id="contact" title={t('pairs.contact')}>
      {pair.iMentor ? (
        <Noting page={page} pair={pair} refused={refused} />
      ) : (
        <Form page={page} action={`/pairs/${pair.id}/contacts`}>
          <Actions>
            <Button look="plain" icon="check">
              {t('pairs.we-talked')}
            </Button>
            <span class="quiet">{t('pairs.we-talked-hint')}</span>
          </Actions>
        </Form>
      )}
      {view.contacts.length > 0 && (
        <ul class="plain-list">
          {view.contacts.map((contact) => (
            <Noted page={page} pair={pair} contact={contact} />
          ))}
        </ul>
      )}
      {view.otherDays.length > 0 && (
        <p class="quiet">
          {t('pairs.other-noted', {
            name: pair.otherName,
            days: view.otherDays
              .slice(0, 3)
              .map((day) => dayWords(page, day))
              .join('; '),
          })}
        </p>
      )}
    </Section>
  );
}

/** How it was is the button that sends it: one tap for a call of today, two for anything else. */
function Noting({ page, pair, refused }: Omit<Props, 'view'>) {
  const { t } = page;
  const value = (name: string, otherwise = '') => String(refused?.raw[name] ?? otherwise);
  return (
    <Form page={page} action={`/pairs/${pair.id}/contacts`}>
      <RadioGroup
        page={page}
        name="way"
        label={t('pairs.way')}
        options={WAYS.map((way) => ({ value: way, label: t(`pairs.way.${way}`) }))}
        value={value('way', 'call')}
        error={refused?.errors.way}
      />
      <Disclosure summary={t('pairs.more-of-it')} open={refused !== undefined}>
        <RadioGroup
          page={page}
          name="minutes"
          label={t('pairs.length')}
          options={LENGTHS.map((minutes) => ({
            value: minutes,
            label: t('pairs.minutes', { count: Number(minutes) }),
          }))}
          value={value('minutes', '30')}
          error={refused?.errors.minutes}
        />
        <TextInput
          page={page}
          name="day"
          type="date"
          label={t('pairs.day')}
          hint={t('pairs.day-hint')}
          value={value('day')}
          error={refused?.errors.day}
          optional
        />
      </Disclosure>
      <fieldset class="field">
        <legend>{t('pairs.mood')}</legend>
        <Actions>
          {MOODS.map((mood) => (
            <Button look="plain" name="mood" value={mood}>
              {t(`pairs.mood.${mood}`)}
            </Button>
          ))}
        </Actions>
        <p class="quiet">{t('pairs.mood-hint', { name: pair.otherName })}</p>
      </fieldset>
    </Form>
  );
}

function Noted({ page, pair, contact }: { page: Page; pair: Pair; contact: Contact }) {
  const { t } = page;
  const day = dayWords(page, contact.onDay);
  return (
    <li class="rule">
      <span class="a-day">
        {day}
        <br />
        <span class="quiet">{contactWords(page, contact)}</span>
      </span>
      <Form page={page} action={`/pairs/${pair.id}/contacts/${contact.id}/removal`} inline>
        <Button look="text" label={t('pairs.undo-named', { day })}>
          {t('pairs.undo')}
        </Button>
      </Form>
    </li>
  );
}
