import {
  Actions,
  ButtonLink,
  Card,
  Chip,
  EmptyState,
  Face,
  Layout,
  type Page,
  PageHead,
  Section,
  Stack,
} from '../../../ui/index.ts';
import type { Sharer } from '../near.ts';
import { pathOf } from '../paths.ts';
import { type Person, seesAnything } from '../person.ts';

interface PeopleProps {
  page: Page;
  people: Person[];
  /** The circles she is in now, by id, as they are called today. */
  circles: Map<string, string>;
  sharers: Sharer[];
}

/** Her people, what they read of her, and what others share with her. */
export function PeoplePage({ page, people, circles, sharers }: PeopleProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('people.title')} current="me">
      <PageHead
        title={t('people.title')}
        lead={t('people.lead')}
        back={{ href: '/me', label: t('accounts.me') }}
      >
        {people.length > 0 && (
          <Actions>
            <ButtonLink href="/people/updates/new" icon="announcement">
              {t('people.tell')}
            </ButtonLink>
            <ButtonLink href="/people/new" look="plain" icon="plus">
              {t('people.add')}
            </ButtonLink>
          </Actions>
        )}
      </PageHead>
      {people.length === 0 ? (
        <EmptyState drawing="porch" title={t('people.empty')}>
          <p>{t('people.empty-lead')}</p>
          <ButtonLink href="/people/new" icon="plus">
            {t('people.add')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Stack list>
          {people.map((person) => (
            <PersonCard
              page={page}
              person={person}
              circle={person.circleId && circles.get(person.circleId)}
            />
          ))}
        </Stack>
      )}
      <Section title={t('people.words')} id="words" aside={t('people.words-aside')}>
        <Actions>
          <ButtonLink href="/people/updates" look="plain" icon="announcement">
            {t('people.updates')}
          </ButtonLink>
          <ButtonLink href="/people/how-to-be-there" look="plain" icon="hug">
            {t('people.how')}
          </ButtonLink>
          <ButtonLink href="/people/boundaries" look="plain" icon="moon">
            {t('people.boundaries')}
          </ButtonLink>
        </Actions>
      </Section>
      <p class="rule">
        <span>{t('people.calendars-lead')}</span>
        <ButtonLink href="/help-calendars" look="plain" icon="calendar">
          {t('help-calendars.title')}
        </ButtonLink>
      </p>
      <Around page={page} circles={circles} sharers={sharers} />
    </Layout>
  );
}

function PersonCard({ page, person, circle }: { page: Page; person: Person; circle?: string | null }) {
  const { t } = page;
  const name = circle ?? person.name;
  return (
    <Card as="li">
      <div class="person-line">
        <Face name={name} />
        <div>
          <h2>
            <a href={pathOf(person.personId)}>{name}</a>
          </h2>
          <p class="quiet">{t(`people.kin.${person.kin}`)}</p>
        </div>
      </div>
      <div class="chips">
        {person.seesHelp && <Chip tint="sage">{t('people.sees.help')}</Chip>}
        {person.seesUpdates && <Chip tint="sky">{t('people.sees.updates')}</Chip>}
        {person.seesHow && <Chip tint="gold">{t('people.sees.how')}</Chip>}
        {!seesAnything(person) && <Chip>{t('people.sees.nothing')}</Chip>}
      </div>
      {person.notMe && <p>{t('people.not-me')}</p>}
      {person.circleId && !circle && <p class="quiet">{t('people.circle-left')}</p>}
    </Card>
  );
}

/** What fellows share with circles she is in. */
function Around({ page, circles, sharers }: Pick<PeopleProps, 'page' | 'circles' | 'sharers'>) {
  const shown = sharers.filter(({ circleId }) => circles.has(circleId));
  if (shown.length === 0) return null;
  return (
    <Section title={page.t('people.around')} id="around" aside={page.t('people.around-aside')}>
      <ul class="flow">
        {shown.map(({ circleId, memberId, name }) => (
          <li>
            <a href={`/circles/${circleId}/near/${memberId}`}>{name}</a>{' '}
            <span class="quiet">{circles.get(circleId)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
