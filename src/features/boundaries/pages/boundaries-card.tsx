import { Card, formatTime, Icon, type IconName, type Page, PostText } from '../../../ui/index.ts';
import { type Boundaries, WORDED, type Worded } from '../boundaries.ts';

const ICONS: Record<Worded, IconName> = { visiting: 'family', topics: 'message', 'not-told': 'lock' };

interface BoundariesCardProps {
  page: Page;
  /** As far as the reader may read them (`boundariesOf`); null: nothing is shown. */
  boundaries: Boundaries | null;
  /** Whose they are, as the reader calls her. */
  name: string;
}

/** Somebody's boundaries, for those they concern: put it before the form in which they write to her or take something on. */
export function BoundariesCard({ page, boundaries, name }: BoundariesCardProps) {
  const { t } = page;
  if (!boundaries) return null;
  const { quiet } = boundaries;
  return (
    <Card quiet labelledby="boundaries">
      <h2 id="boundaries">{t('people.boundaries-of', { name })}</h2>
      <dl class="boundaries">
        {quiet && (
          <One icon="moon" label={t('people.boundary.quiet')}>
            <p>{t('people.quiet-hours', { from: hour(page, quiet.from), to: hour(page, quiet.to) })}</p>
          </One>
        )}
        {WORDED.map(
          (part) =>
            boundaries[part] && (
              <One icon={ICONS[part]} label={t(`people.boundary.${part}`)}>
                <PostText text={boundaries[part]} />
              </One>
            ),
        )}
      </dl>
    </Card>
  );
}

function One({ icon, label, children }: { icon: IconName; label: string; children?: unknown }) {
  return (
    <div>
      <dt>
        <Icon name={icon} size={20} />
        {label}
      </dt>
      <dd>{children as string}</dd>
    </div>
  );
}

const hour = (page: Page, at: string): string =>
  formatTime({ lang: page.lang, timeZone: 'UTC' }, new Date(`2026-01-05T${at}:00Z`), 'time');
