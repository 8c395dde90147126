import type { Keyring } from '../../platform/crypto/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { introductionsOf } from '../mentoring/index.ts';
import { herPairs } from '../pairs/index.ts';
import { herPeople } from '../people/index.ts';
import type { Hers, Tie } from './map.ts';

/** A way to reach somebody on her map. */
export interface Way {
  by: 'call' | 'text' | 'mail' | 'circle' | 'talk' | 'service';
  href: string;
}

const inCircle = (id: string): Way => ({ by: 'circle', href: `/circles/${id}#write` });

/** What the house knows of how to reach them; nothing is sent from here. */
export async function waysTo(tx: Tx, keys: Keyring, viewer: Hers, { origin }: Tie): Promise<Way[]> {
  switch (origin?.of) {
    case 'circles':
      return [inCircle(origin.id)];
    case 'talks':
      return [{ by: 'talk', href: `/messages/${origin.id}` }];
    case 'services':
      return [{ by: 'service', href: `/directory/${origin.id}` }];
    case 'mentoring': {
      const pairs = [...(await introductionsOf(tx, viewer)), ...(await herPairs(tx, viewer))];
      const pair = pairs.find(({ id }) => id === origin.id);
      return pair?.circleId ? [inCircle(pair.circleId)] : [];
    }
    case 'people': {
      const person = (await herPeople(tx, keys, viewer)).find(({ personId }) => personId === origin.id);
      if (!person) return [];
      const number = person.phone?.replace(/[^\d+]/g, '');
      return [
        ...(number
          ? ([
              { by: 'call', href: `tel:${number}` },
              { by: 'text', href: `sms:${number}` },
            ] as const)
          : []),
        ...(person.mail ? [{ by: 'mail' as const, href: `mailto:${encodeURIComponent(person.mail)}` }] : []),
        ...(person.circleId ? [inCircle(person.circleId)] : []),
      ];
    }
    default:
      return [];
  }
}
