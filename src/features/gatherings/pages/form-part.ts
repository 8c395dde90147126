import type { Raw } from '../../../platform/http/index.ts';
import type { Errors, Page } from '../../../ui/index.ts';

export interface FormPart {
  page: Page;
  raw: Raw;
  errors: Errors;
}

/** One value, as typed. */
export const one = (raw: Raw, name: string): string => {
  const value = raw[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** Every value of a name. */
export const all = (raw: Raw, name: string): string[] => [raw[name] ?? []].flat();
