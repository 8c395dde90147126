import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Disclosure,
  Drawing,
  Form,
  Layout,
  Note,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { type NearAsk, nearAskLine, nearAskTitle } from '../../asks/index.ts';
import { BoundariesCard } from '../../boundaries/index.ts';
import { BeingThereFor, News, type Visit } from '../../people/index.ts';
import type { HelpSeen } from '../help-seen.ts';
import { Help } from './help.tsx';

interface NearProps {
  page: Page;
  /** The page's own address. */
  path: string;
  visit: Visit;
  help: HelpSeen[];
  asks: NearAsk[];
}

/** What one of her people sees: large, plain, and only what she ticked for them. */
export function NearPage({ page, path, visit, help, asks }: NearProps) {
  const { t } = page;
  const { person, holderName: name, updates, being, boundaries } = visit;
  const open = asks.filter(({ ended }) => !ended);
  const nothing =
    asks.every(({ ended, thankedLately }) => ended && !thankedLately) &&
    updates.length === 0 &&
    help.length === 0 &&
    !being &&
    !boundaries;
  return (
    <Layout page={page} title={t('people.near.title', { name })}>
      <div class="near">
        <Drawing name="porch" />
        <PageHead
          title={t('people.near.title', { name })}
          lead={t('people.near.hello', { person: person.name, name })}
        />
        {nothing && (
          <Note icon="info">
            <p>{t('people.near.nothing', { name })}</p>
          </Note>
        )}
        {asks.some(({ thankedLately }) => thankedLately) && (
          <Note tone="warm" icon="hug">
            <p>{t('people.near.thanks', { name })}</p>
          </Note>
        )}
        <Asks page={page} path={path} asks={open} name={name} />
        <News page={page} updates={updates} />
        <Help page={page} help={help} />
        <BeingThereFor page={page} being={being} name={name} />
        <BoundariesCard page={page} boundaries={boundaries} name={name} />
        <Leaving page={page} path={path} visit={visit} />
      </div>
    </Layout>
  );
}

/** What she asks of this person just now. */
function Asks({ page, path, asks, name }: { page: Page; path: string; asks: NearAsk[]; name: string }) {
  if (asks.length === 0) return null;
  return (
    <Section title={page.t('people.near.asks', { name })} id="asks">
      <Stack list>
        {asks.map((ask) => (
          <Card as="li" lit>
            <h3>{nearAskTitle(page, ask, name)}</h3>
            <p>{nearAskLine(page, ask)}</p>
            <ButtonLink href={`${path}/asks/${ask.askId}`} icon="hug" wide>
              {page.t(ask.answer ? 'people.near.ask-again' : 'people.near.ask-read')}
            </ButtonLink>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

/** No more letters, in one tap; and the way out for whoever this was never meant for. */
function Leaving({
  page,
  path,
  visit: { person, whole, holderName: name },
}: Omit<NearProps, 'help' | 'asks'>) {
  const { t } = page;
  return (
    <Section title={t('people.near.yours')} id="yours">
      <p class="quiet">{t('people.near.keep', { name })}</p>
      {person.mail && person.seesUpdates && !person.lettersEnded && (
        <div class="rule">
          <span>{t(whole ? 'people.near.whole-now' : 'people.near.whole-lead', { name })}</span>
          <Form page={page} action={`${path}/whole${whole ? '?stop' : ''}`} inline>
            <Button look="plain">{t(whole ? 'people.near.whole-stop' : 'people.near.whole')}</Button>
          </Form>
        </div>
      )}
      {person.mail && (
        <>
          {person.lettersEnded && <p>{t('people.near.no-letters')}</p>}
          <Form page={page} action={`${path}/letters${person.lettersEnded ? '?again' : ''}`}>
            <Actions>
              <Button look="plain" icon="mail">
                {t(person.lettersEnded ? 'people.near.again' : 'people.near.stop')}
              </Button>
            </Actions>
          </Form>
        </>
      )}
      <Disclosure summary={t('people.near.not-me', { person: person.name })}>
        <p>{t('people.near.not-me-lead', { name })}</p>
        <Form page={page} action={`${path}/not-me`}>
          <Button look="plain">{t('people.near.not-me-button')}</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}

/** After "this is not me": it knows of nobody. */
export function ClosedPage({ page }: { page: Page }) {
  const { t } = page;
  return (
    <Layout page={page} title={t('people.near.closed')} narrow>
      <PageHead title={t('people.near.closed')} lead={t('people.near.closed-lead')} />
    </Layout>
  );
}
