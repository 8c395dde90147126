import type { OwnKey } from '../../platform/crypto/index.ts';

/** What is sealed under her own key, for whoever has taken the call: how she is reached, and what keeps her safe. */
export interface Particulars {
  name: string;
  phone: string;
  /** A line of hers about what it is. */
  line: string;
  /** When it is safe to call, in her words. */
  safe: string;
  /** If somebody else answers: nothing but a first name. */
  discreet: boolean;
  /** A message may be left. */
  message: boolean;
  /** Where her helplines are. */
  country: string | null;
  region: string | null;
}

const PURPOSE = 'callbacks';

export const sealParticulars = (key: OwnKey, about: Particulars): string => {
  const { name, phone, line, safe, discreet, message, country, region } = about;
  return key.seal(PURPOSE, JSON.stringify({ name, phone, line, safe, discreet, message, country, region }));
};

export const openParticulars = (key: OwnKey, sealed: string): Particulars =>
  JSON.parse(key.open(PURPOSE, sealed)) as Particulars;
