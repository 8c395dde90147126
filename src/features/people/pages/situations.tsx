import type { Page } from '../../../ui/index.ts';
import { SITUATIONS, type Situation } from '../being-there.ts';

interface SituationsProps {
  page: Page;
  /** The page they lead to. */
  path: string;
  here: Situation | null;
}

/** Which situation the gentle words are for: hers to choose, and nothing is kept of it. */
export function Situations({ page, path, here }: SituationsProps) {
  const { t } = page;
  return (
    <nav class="asides" aria-label={t('people.situation')}>
      {SITUATIONS.map((one) => (
        <a href={`${path}?stage=${one}`} aria-current={one === here ? 'true' : undefined}>
          {t(`people.situation.${one}`)}
        </a>
      ))}
    </nav>
  );
}
