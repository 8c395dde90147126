import type { PropsWithChildren } from 'hono/jsx';
import { Card, Facts, type Page } from '../../../ui/index.ts';
import { circleName } from '../../circle-names/index.ts';
import type { Circle } from '../circle.ts';
import { audienceOf, rhythmOf, whereOf } from '../describing.ts';

/** One circle among a few that somebody proposes: what it is, when and where. Children: what may be done. */
export function SmallCircleCard({
  page,
  circle,
  children,
}: PropsWithChildren<{ page: Page; circle: Circle }>) {
  const { t } = page;
  return (
    <Card as="li">
      <h3>
        <a href={`/circles/${circle.circleId}`}>{circleName(page, circle)}</a>
      </h3>
      {circle.purpose && <p>{circle.purpose}</p>}
      <Facts
        facts={[
          { icon: 'clock', label: t('circles.when'), value: rhythmOf(page, circle) },
          { icon: 'place', label: t('circles.where'), value: whereOf(page, circle) },
          { icon: 'circles', label: t('circles.for'), value: audienceOf(page, circle) },
        ]}
      />
      {children}
    </Card>
  );
}
