import { type Translate, translator } from '../../../platform/i18n/index.ts';
import {
  Actions,
  ButtonLink,
  Card,
  CopyButton,
  Disclosure,
  type Page,
  Section,
  ShareButton,
  Stack,
  textTo,
} from '../../../ui/index.ts';
import { QrCode } from '../../circles/index.ts';
import type { Handed } from '../by-hand.ts';
import type { Person } from '../person.ts';

interface ByHandProps {
  page: Page;
  handed: Handed[];
  /** The community's own address, which links begin with. */
  host: string;
  /** A ready sentence, in the language of whoever is to read it. */
  words: (t: Translate, person: Person) => string;
}

/** Those no letter reaches: a sentence and a link, for her to send from her own phone or read out. */
export function ByHand({ page, handed, host, words }: ByHandProps) {
  if (handed.length === 0) return null;
  return (
    <Section title={page.t('people.by-hand')} id="by-hand">
      <Stack list>
        {handed.map(({ person, path }) => (
          <HandOver
            page={page}
            person={person}
            link={host + path}
            words={words(person.locale ? translator(person.locale) : page.t, person)}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface HandOverProps {
  page: Page;
  person: Person;
  link: string;
  words: string;
}

function HandOver({ page, person, link, words }: HandOverProps) {
  const { t } = page;
  const { name } = person;
  const whole = `${words} ${link}`;
  return (
    <Card as="li" lit>
      <h3>{t(person.mail ? 'people.by-hand.no-letters' : 'people.by-hand.no-mail', { name })}</h3>
      <p class="ready-words" lang={person.locale ?? undefined}>
        {words} <a href={link}>{link}</a>
      </p>
      <Actions>
        <ShareButton page={page} title={t('people.share-title')} url={link} text={words} />
        {person.phone && (
          <ButtonLink href={textTo(person.phone, whole)} look="plain" icon="message">
            {t('people.by-hand.text')}
          </ButtonLink>
        )}
        <CopyButton page={page} text={whole} />
      </Actions>
      <Disclosure summary={t('people.qr')}>
        <QrCode text={link} label={t('people.qr-label', { name })} size={220} />
      </Disclosure>
    </Card>
  );
}
