import type { PropsWithChildren } from 'hono/jsx';
import { formatTime, type IconName, Note, type Page } from '../../../ui/index.ts';
import { ageName, circleName, type Nameable } from '../../circles/index.ts';
import type { Change } from '../change.ts';

interface ChangesProps {
  page: Page;
  circleId: string;
  changes: Change[];
}

/** What a circle tells about itself, at the top of its room: what happens, when, and where to have a say. */
export function Changes({ page, circleId, changes }: ChangesProps) {
  return (
    <>
      {changes.map((change) => (
        <OneChange page={page} here={`/circles/${circleId}`} change={change} />
      ))}
    </>
  );
}

function Line(p: PropsWithChildren<{ icon: IconName; href: string; link: string }>) {
  return (
    <Note tone="warm" icon={p.icon}>
      <p>
        {p.children} <a href={p.href}>{p.link}</a>
      </p>
    </Note>
  );
}

/** A circle's name, or "another circle" where hers is not to know it. */
export const otherName = (page: Page, other: Nameable | null): string =>
  other ? circleName(page, other) : page.t('cohorts.another-circle');

const day = (page: Page, at: Date | null): string => (at ? formatTime(page, at, 'date') : '');

function OneChange({ page, here, change }: { page: Page; here: string; change: Change }) {
  const { t } = page;
  switch (change.kind) {
    case 'archived':
      return <Archived page={page} into={change.into} />;
    case 'went-back':
      return <WentBack page={page} to={change.to} isHers={change.isHers} />;
    case 'merge-asked':
    case 'merge-announced':
    case 'merged': {
      const values = { other: otherName(page, change.other), day: day(page, change.at) };
      return (
        <Line icon="circles" href={`/merges/${change.mergeId}`} link={t('cohorts.what-that-means')}>
          {t(`cohorts.change.${change.kind}`, values)}
        </Line>
      );
    }
    case 'keys-named':
    case 'keys-announced':
    case 'keys-passed': {
      const values = { to: change.to, from: change.from ?? t('cohorts.somebody'), day: day(page, change.at) };
      return (
        <Line icon="key" href={`${here}/succession`} link={t('cohorts.see-more')}>
          {t(`cohorts.change.${change.kind}`, values)}
        </Line>
      );
    }
    case 'keys-unasked':
    case 'untended':
      return (
        <Line icon="key" href={`${here}/succession`} link={t('cohorts.see-more')}>
          {t(`cohorts.change.${change.kind}`)}
        </Line>
      );
    case 'turn':
      return (
        <Line icon="circles" href={`${here}/growing`} link={t('cohorts.think-about-it')}>
          {t('cohorts.change.turn', { age: ageName(page, change.age) })}
        </Line>
      );
    case 'neighbours':
      return (
        <Line icon="circles" href={`${here}/neighbours`} link={t('cohorts.look-at-them')}>
          {t('cohorts.change.neighbours')}
        </Line>
      );
  }
}

interface Into {
  circleId: string;
  name: Nameable;
}

function Archived({ page, into }: { page: Page; into: Into | null }) {
  const { t } = page;
  return (
    <Note icon="lock">
      <p>
        {t('cohorts.change.archived')}{' '}
        {into && <a href={`/circles/${into.circleId}`}>{circleName(page, into.name)}</a>}
      </p>
    </Note>
  );
}

/** It was two and is two again. Who came in between is told that she was not forgotten, and where to knock. */
function WentBack({ page, to, isHers }: { page: Page; to: Into[]; isHers: boolean }) {
  const { t } = page;
  return (
    <Note icon="lock">
      <p>{t('cohorts.change.went-back')}</p>
      {!isHers && <p>{t(to.length > 0 ? 'cohorts.went-back-knock' : 'cohorts.went-back-ask')}</p>}
      {to.length > 0 && (
        <p class="asides">
          {to.map(({ circleId, name }) => (
            <a href={`/circles/${circleId}`}>{circleName(page, name)}</a>
          ))}
        </p>
      )}
    </Note>
  );
}
