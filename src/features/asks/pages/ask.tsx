import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Chip,
  Facts,
  Form,
  Layout,
  type Page,
  PageHead,
  PostText,
  Section,
  Stack,
} from '../../../ui/index.ts';
import { ByHand, type Handed } from '../../people/index.ts';
import type { Ask, AskedOne, AskedPerson } from '../ask.ts';
import { AtHand } from './at-hand.tsx';
import { whatSaid, whenSaid } from './needed.ts';

interface Props {
  page: Page;
  ask: Ask;
  asked: AskedOne[];
  people: AskedPerson[];
  /** Of those, whom she hands the link to herself. */
  handed: Handed[];
  host: string;
  /** What her people call her. */
  name: string;
}

/** One ask of hers: whom it went to, who said yes, and how it ends. */
export function AskPage({ page, ask, asked, people, handed, host, name }: Props) {
  const { t } = page;
  const helpers = asked.flatMap(({ helper }) => helper ?? []);
  const title = whatSaid(page, ask);
  return (
    <Layout page={page} title={title} current="ask" narrow>
      <PageHead title={title} back={{ href: '/asks', label: t('asks.title') }}>
        <div class="chips">
          <Chip tint={ask.closedAt ? undefined : 'gold'}>{t(`asks.state.${ask.closedAs ?? 'open'}`)}</Chip>
        </div>
        <Facts facts={[{ icon: 'clock', label: t('asks.when'), value: whenSaid(page, ask) }]} />
      </PageHead>
      {ask.words ? <PostText text={ask.words} /> : <p class="quiet">{t('asks.words-gone')}</p>}
      {helpers.length > 0 && (
        <Section title={t('asks.yes')} id="yes">
          <Stack list>
            {helpers.map((helper) => (
              <Card as="li" lit>
                <h3>{helper.name}</h3>
                {helper.offers && <p>{t('asks.offers-this', { words: helper.offers })}</p>}
                {helper.limits && <p class="quiet">{t('asks.rather-not', { words: helper.limits })}</p>}
                <ButtonLink href={`/messages/${helper.talkId}`} icon="message">
                  {t('asks.write-to', { name: helper.name })}
                </ButtonLink>
              </Card>
            ))}
          </Stack>
        </Section>
      )}
      <ByHand
        page={page}
        handed={handed}
        host={host}
        words={(say, person) =>
          say(`asks.by-hand.${ask.closedAt ? 'thanks' : ask.kind}`, { person: person.name, name })
        }
      />
      <Section title={t('asks.went-to')} id="went-to">
        <WentTo page={page} ask={ask} asked={asked} people={people} handed={handed} />
      </Section>
      {ask.kind === 'informational' && !ask.closedAt && <AtHand page={page} query={ask.words} />}
      <Ending
        page={page}
        ask={ask}
        answered={helpers.length > 0 || people.some(({ answer }) => answer === 'yes')}
      />
    </Layout>
  );
}

/** Whom it went to: numbers, and names only of those whom she chose by name. */
function WentTo({ page, ask, asked, people, handed }: Omit<Props, 'host' | 'name'>) {
  const { t } = page;
  const near = asked.filter(({ volunteer }) => !volunteer).length;
  const volunteers = asked.length - near;
  const waiting = new Set(handed.map(({ person }) => person.personId));
  const looks = !ask.closedAt && ask.looking && asked.length === 0;
  return (
    <ul class="plain-list">
      {near > 0 && <li>{t('asks.asked-nearby', { count: near })}</li>}
      {volunteers > 0 && <li>{t('asks.asked-volunteers', { count: volunteers })}</li>}
      {looks && <li>{t('asks.looking')}</li>}
      {!ask.closedAt && !ask.looking && asked.length === 0 && (ask.toNearby || ask.toVolunteers) && (
        <li>{t('asks.nobody')}</li>
      )}
      {ask.circleId && ask.postId && (
        <li>
          <a href={`/circles/${ask.circleId}/posts/${ask.postId}`}>{t('asks.in-circle')}</a>
        </li>
      )}
      {people.map(({ personId, name, answer }) => (
        <li>
          <a href={`/people/${personId}`}>
            {t(`asks.person.${answer ?? (waiting.has(personId) ? 'by-hand' : 'asked')}`, { name })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** "Did somebody come?" One tap, whichever it is; and at any time. */
function Ending({ page, ask, answered }: { page: Page; ask: Ask; answered: boolean }) {
  const { t } = page;
  const { askId } = ask;
  if (ask.closedAt)
    return ask.words ? (
      <Form page={page} action={`/asks/${askId}/opening`} inline>
        <Button look="plain" icon="repeat">
          {t('asks.reopen')}
        </Button>
      </Form>
    ) : null;
  return (
    <Section title={t(ask.due ? 'asks.came' : 'asks.ending')} id="ending">
      <Actions>
        <Form page={page} action={`/asks/${askId}/closing`} inline>
          <Button look={ask.due ? 'primary' : 'plain'} name="as" value="helped" icon="check">
            {t(!answered ? 'asks.end.helped' : ask.due ? 'asks.end.thank' : 'asks.end.thank-close')}
          </Button>
        </Form>
        {ask.due && (
          <Form page={page} action={`/asks/${askId}/opening`} inline>
            <Button look="plain">{t('asks.end.open')}</Button>
          </Form>
        )}
        <Form page={page} action={`/asks/${askId}/closing`} inline>
          <Button look="text" name="as" value="never-mind">
            {t('asks.end.never-mind')}
          </Button>
        </Form>
      </Actions>
    </Section>
  );
}
