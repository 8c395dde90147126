import { Facts, type Page, PostText, Section } from '../../../ui/index.ts';
import type { Circle } from '../circle.ts';
import { audienceOf, languagesOf, meetingTime, rhythmOf, roomOf, whereOf } from '../describing.ts';
import { nextMeeting } from '../meeting.ts';

/** What a circle is, for somebody at its door: when, where, for whom, how one joins. */
export function CircleFacts({ page, circle, names }: { page: Page; circle: Circle; names: string[] }) {
  const { t } = page;
  const next = nextMeeting(circle, new Date());
  return (
    <Facts
      facts={[
        { icon: 'clock', label: t('circles.when'), value: rhythmOf(page, circle) },
        {
          icon: 'calendar',
          label: t('circles.next'),
          value: next && t('circles.next-at', { time: meetingTime(page, circle, next) }),
        },
        {
          icon: circle.place === 'online' ? 'video' : 'place',
          label: t('circles.where'),
          value: whereOf(page, circle),
        },
        { icon: 'circles', label: t('circles.for'), value: audienceOf(page, circle) },
        { icon: 'language', label: t('circles.languages'), value: languagesOf(page, circle) },
        {
          icon: 'childcare',
          label: t('circles.childcare'),
          value: circle.childcare ? t('circles.childcare') : null,
        },
        { icon: 'info', label: t('circles.cost'), value: t(`circles.cost.${circle.cost}`) },
        {
          icon: 'info',
          label: t('circles.by.faith'),
          value: circle.faith && t('circles.faith-based', { faith: faithName(page, circle.faith) }),
        },
        {
          icon: 'peer',
          label: t('circles.facilitators'),
          value: names.length > 0 && t('circles.run-by', { count: names.length, names: listed(page, names) }),
        },
        {
          icon: 'key',
          label: t('circles.joining'),
          value: roomOf(page, circle) ?? t(`circles.door.${circle.joining}`),
        },
      ].map((fact) => ({ ...fact, value: fact.value || null }) as FactsFact)}
    />
  );
}
type FactsFact = Parameters<typeof Facts>[0]['facts'][number];

const listed = (page: Page, names: string[]): string =>
  new Intl.ListFormat(page.lang, { type: 'conjunction' }).format(names.slice(0, 4));

function faithName(page: Page, faith: string): string {
  const known = ['any', 'christian', 'catholic', 'jewish', 'muslim', 'hindu', 'buddhist'] as const;
  const word = known.find((one) => one === faith);
  return word ? page.t(`words.faith.${word}`) : faith;
}

/** Its subjects and its charter. */
export function CircleWords({ page, circle }: { page: Page; circle: Circle }) {
  const { t } = page;
  return (
    <>
      {circle.topics.length > 0 && (
        <p class="quiet">
          {t('circles.about')} {circle.topics.map((topic) => t(`words.topic.${topic}`)).join(' · ')}
        </p>
      )}
      {circle.charter && (
        <Section title={t('circles.charter')} id="charter">
          <div class="prose">
            <PostText text={circle.charter} />
          </div>
        </Section>
      )}
    </>
  );
}
