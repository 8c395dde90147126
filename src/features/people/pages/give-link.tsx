import {
  Actions,
  Button,
  ButtonLink,
  CopyButton,
  Disclosure,
  Form,
  type Page,
  Section,
  ShareButton,
} from '../../../ui/index.ts';
import { QrCode } from '../../circles/index.ts';
import { pathOf } from '../paths.ts';
import type { Person } from '../person.ts';

interface GiveLinkProps {
  page: Page;
  person: Person;
  link: string | null;
}

/** The link of one of her people: to copy, share, show as a code or have mailed; taken back or given anew. */
export function GiveLink({ page, person, link }: GiveLinkProps) {
  const { t } = page;
  const { name } = person;
  const path = pathOf(person.personId);
  return (
    <Section title={t('people.link', { name })} id="link">
      <p>{t(link ? 'people.link-lead' : 'people.link-none', { name })}</p>
      {link && <Ways page={page} person={person} link={link} />}
      {link && (
        <Disclosure summary={t('people.qr')}>
          <QrCode text={link} label={t('people.qr-label', { name })} size={220} />
        </Disclosure>
      )}
      {link && person.lettersEnded && <p class="quiet">{t('people.letters-ended', { name })}</p>}
      <Actions>
        <Form page={page} action={`${path}/link`} inline>
          <Button look={link ? 'text' : 'primary'}>
            {t(link ? 'people.link-renew' : 'people.link-make')}
          </Button>
        </Form>
        {link && (
          <Form page={page} action={`${path}/link/revocation`} inline>
            <Button look="text">{t('people.link-shut')}</Button>
          </Form>
        )}
      </Actions>
      {link && <p class="quiet">{t('people.link-renew-hint')}</p>}
    </Section>
  );
}

function Ways({ page, person, link }: GiveLinkProps & { link: string }) {
  const { t } = page;
  return (
    <>
      <p class="link-out">
        <a href={link}>{link}</a>
      </p>
      <Actions>
        <CopyButton page={page} text={link} />
        <ShareButton page={page} title={t('people.share-title')} url={link} text={t('people.share-text')} />
        {person.mail && !person.lettersEnded && (
          <Form page={page} action={`${pathOf(person.personId)}/letter`} inline>
            <Button look="plain" icon="mail">
              {t('people.link-mail', { mail: person.mail })}
            </Button>
          </Form>
        )}
        <ButtonLink href={link} look="text">
          {t('people.link-see', { name: person.name })}
        </ButtonLink>
      </Actions>
    </>
  );
}
