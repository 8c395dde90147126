import type { Keyring } from '../../../platform/crypto/index.ts';
import { translator } from '../../../platform/i18n/index.ts';
import type { Message } from '../../../platform/push/index.ts';
import { type Bundle, bundle } from '../bundle.ts';
import { cannotComePath } from '../cannot-come-token.ts';
import { isUrgent } from '../kinds.ts';
import type { Item } from '../news.ts';
import { detailsOf, givesBack } from '../reminding-words.ts';
import type { Reach } from '../settings.ts';
import { discreetSentence, sentence, type Tongue } from '../wording.ts';

/** Every message is as long as every other: its length tells nothing. */
const LENGTH = 2_048;

/** Whose phone it is. */
export interface Whose {
  communityId: string;
  memberId: string;
}

/** Does something at once, without opening a page: the service worker posts to it. */
interface PushButton {
  says: string;
  post: string;
}

/**
 * What the phone shows on its locked screen: by her choice nothing but that there is something. Without content there is
 * no button either, for "I can't come" would tell that she is expected somewhere.
 */
export function messageOf(keys: Keyring, whose: Whose, item: Item, reach: Reach): Message {
  const tongue = { t: translator(reach.locale), locale: reach.locale };
  const [one] = bundle([item]);
  const said = reach.contentFree
    ? { title: discreetSentence(tongue), body: '', path: '/notifications', tag: 'news' }
    : {
        title: reach.community,
        body: [sentence(tongue, one!), ...detailsOf(tongue, one!).slice(0, 1)].join('\n'),
        path: one!.path,
        tag: item.id,
        ...buttonsOf(keys, whose, tongue, one!),
      };
  const text = JSON.stringify(said);
  const missing = LENGTH - Buffer.byteLength(text);
  const topic = reach.contentFree ? 'news' : item.id.replaceAll('-', '');
  return { text: text + ' '.repeat(Math.max(0, missing)), topic, urgent: isUrgent(item.kind) };
}

/** The button of a reminder, signed for her and for this one time; and what is said when it does not get through. */
function buttonsOf(keys: Keyring, whose: Whose, { t }: Tongue, one: Bundle) {
  const occurrenceId = givesBack(one);
  if (!occurrenceId) return {};
  const post = cannotComePath(keys, { ...whose, occurrenceId });
  const button: PushButton = { says: t('coming.cannot-button'), post };
  return { buttons: [button], failed: t('notifications.push-failed') };
}
