import type { Raw } from '../../../platform/http/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';

export interface FormPart {
  page: Page;
  raw: Raw;
  errors: Errors;
  /** Places that are taken at the fullest date, of what is being changed. */
  taken?: number;
}

/** One value, as typed. */
export const one = (raw: Raw, name: string): string => {
  const value = raw[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** Every value of a name. */
export const all = (raw: Raw, name: string): string[] => [raw[name] ?? []].flat();

/** Under the box of how many may come. Who has a place keeps it, and that is said. */
export const capacityHint = ({ page: { t }, taken = 0 }: Pick<FormPart, 'page' | 'taken'>): string =>
  [t('gatherings.form.capacity-hint'), taken > 0 && t('gatherings.form.capacity-taken', { taken })]
    .filter(Boolean)
    .join(' ');
