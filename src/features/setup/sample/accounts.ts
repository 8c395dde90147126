import type { Parts } from '../../../platform/http/index.ts';
import { accountForEmail } from '../../accounts/index.ts';
import { PEOPLE } from './people.ts';

/** An account for each of the sample's people, at an address that can belong to nobody. */
export async function sampleAccounts(parts: Parts): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { key } of PEOPLE) made.set(key, await accountForEmail(parts, `${key}@example.org`));
  return made;
}
