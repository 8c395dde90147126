import type { Page } from '../../ui/index.ts';
import type { ListDoor } from './list-door.ts';

/** A quiet line that leads to the waiting list; nothing where there is none. */
export function WaitingLine({ page, door }: { page: Page; door: ListDoor | null }) {
  const { t } = page;
  if (!door) return null;
  return (
    <p class="quiet">
      {t(`forming.door.${door}`)} <a href="/circles/waiting-list">{t(`forming.door.${door}-link`)}</a>
    </p>
  );
}
