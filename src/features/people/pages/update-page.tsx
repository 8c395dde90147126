import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  PostText,
  Section,
} from '../../../ui/index.ts';
import type { Handed } from '../by-hand.ts';
import { updatePath } from '../paths.ts';
import type { Reader } from '../telling.ts';
import type { Update } from '../update.ts';
import { ByHand } from './by-hand.tsx';
import { UpdateLine } from './updates-page.tsx';

interface UpdateProps {
  page: Page;
  update: Update;
  readers: Reader[];
  /** Of an update that was told: those no letter reached. */
  handed: Handed[];
  host: string;
  /** What her people call her. */
  name: string;
}

/** Before it is told: exactly what goes to whom, and how. Afterwards: what was told, to be edited or taken back. */
export function UpdatePage({ page, update, readers, handed, host, name }: UpdateProps) {
  const { t } = page;
  const path = updatePath(update.updateId);
  const title = t(update.toldAt ? 'people.update-told' : 'people.update-check');
  return (
    <Layout page={page} title={title} current="me">
      <PageHead
        title={title}
        lead={update.toldAt ? undefined : t('people.update-check-lead')}
        back={{ href: '/people/updates', label: t('people.updates') }}
      />
      <Card lit={!update.toldAt}>
        <UpdateLine page={page} update={update} />
        <PostText text={update.text} />
        <p class="quiet">{t(`people.letter-hint.${update.discreet ? 'discreet' : 'whole'}`)}</p>
      </Card>
      <ByHand
        page={page}
        handed={handed}
        host={host}
        words={(say, person) => say('people.by-hand.news', { person: person.name, name })}
      />
      <Section
        title={t(update.toldAt ? 'people.who-reads-it' : 'people.who-gets-it', { count: readers.length })}
        id="readers"
      >
        {readers.length === 0 && (
          <Note icon="info">
            <p>{t('people.nobody-gets-it')}</p>
          </Note>
        )}
        <ul class="reader-list">
          {readers.map(({ person, way }) => (
            <li>
              <strong>{person.name}</strong>{' '}
              {!update.toldAt && <span class="quiet">{t(`people.way.${way}`)}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Actions>
        {!update.toldAt && readers.length > 0 && (
          <Form page={page} action={`${path}/telling`} inline>
            <Button icon="announcement">{t('people.tell-now', { count: readers.length })}</Button>
          </Form>
        )}
        <ButtonLink href={`${path}/edit`} look="plain" icon="edit">
          {t('people.update-edit')}
        </ButtonLink>
        <Form page={page} action={`${path}/removal`} inline>
          <Button look="text">{t(update.toldAt ? 'people.update-take-back' : 'people.update-drop')}</Button>
        </Form>
      </Actions>
      {update.toldAt && <p class="quiet">{t('people.update-take-back-hint')}</p>}
    </Layout>
  );
}
