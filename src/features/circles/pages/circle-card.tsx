import { speak } from '../../../matching/index.ts';
import { roundedMiles } from '../../../platform/geo/index.ts';
import { Card, Chip, Facts, type Page, Reasons } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import { audienceOf, languageName, rhythmOf, roomOf, whereOf } from '../describing.ts';
import type { Found } from '../ranking.ts';

/** One circle in a list: what it is, why it fits, how its door opens. */
export function CircleCard({ page, found }: { page: Page; found: Found }) {
  const { t } = page;
  const { circle, option } = found;
  const id = `circle-${circle.circleId}`;
  return (
    <Card as="li">
      <h2 id={id}>
        <a href={`/circles/${circle.circleId}`}>{circleName(page, circle)}</a>
      </h2>
      {circle.purpose && <p>{shortened(circle.purpose)}</p>}
      <Facts
        facts={[
          { icon: 'clock', label: t('circles.when'), value: rhythmOf(page, circle) },
          {
            icon: circle.place === 'online' ? 'video' : 'place',
            label: t('circles.where'),
            value: whereFrom(page, found),
          },
          { icon: 'circles', label: t('circles.for'), value: audienceOf(page, circle) },
        ]}
      />
      <Reasons reasons={reasonsFor(page, found)} />
      <div class="chips">
        {option.alreadyMember ? (
          <Chip tint="sage" icon="check">
            {t('circles.yours')}
          </Chip>
        ) : option.spacesLeft === 0 ? null : (
          <Chip>{option.requested ? t('circles.asked-already') : t(`circles.door.${circle.joining}`)}</Chip>
        )}
        {roomOf(page, circle) && <Chip tint="gold">{roomOf(page, circle)}</Chip>}
      </div>
    </Card>
  );
}

const MOST_REASONS = 3;

/** Why it fits, without what the card says already: the way there, and how one joins. */
function reasonsFor(page: Page, { reasons, miles }: Found): string[] {
  const said = new Set<string>([
    'plan-steps.reason.open',
    ...(miles === null ? [] : ['plan-steps.reason.distance']),
  ]);
  return reasons
    .filter(({ key }) => !said.has(key))
    .slice(0, MOST_REASONS)
    .map((reason) => speak(reason, page.t, (code) => languageName(page, code)));
}

function whereFrom(page: Page, { circle, miles }: Found): string {
  const where = whereOf(page, circle);
  return miles === null ? where : `${where} · ${page.t('circles.miles', { miles: roundedMiles(miles) })}`;
}

function shortened(text: string): string {
  if (text.length <= 180) return text;
  return `${text.slice(0, 180).replace(/\s+\S*$/u, '')}…`;
}
