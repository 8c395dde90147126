import { raw } from 'hono/html';
import { localeFor, pickLocale, type Translate, translator } from '../../platform/i18n/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { addressFor, type Drawn } from '../../platform/posting/index.ts';
import { type OutsideLetter, scopeOf } from './claiming.ts';
import { addresseeOf } from './posting.ts';
import { silenceToken } from './silence-token.ts';

export interface Link {
  label: string;
  href: string;
}
/** What a letter says: plain sentences and where they lead. Never a street, a number, an illness or a baby's name. */
export interface Words {
  subject: string;
  paragraphs: string[];
  links: Link[];
}
/** What whoever draws a letter is given. */
export interface Draft {
  letter: OutsideLetter;
  t: Translate;
  /** Of the language it is written in. */
  lang: string;
  /** Where links lead, without a trailing slash. */
  address: string;
}
/** Draws a kind of letter at the moment it is sent, with everything asked again; null: it tells nothing any more. */
export type Drawer = (parts: JobParts, draft: Draft) => Promise<Words | null>;

/** Draws one letter by its kind. Null when nobody wants it any more. */
export async function draw(
  parts: JobParts,
  drawers: Record<string, Drawer>,
  letter: OutsideLetter,
): Promise<Drawn | null> {
  const drawer = letter.silenced ? undefined : drawers[letter.kind];
  if (!drawer) return null;
  const home = await homeOf(parts, letter);
  const address = home && addressFor(parts.config, home.host);
  if (!home?.to || !address) return null;
  const locale = pickLocale([letter.locale], false);
  const t = translator(locale);
  const { lang, dir } = localeFor(locale);
  const words = await drawer(parts, { letter, t, lang, address });
  if (!words) return null;
  const ending = `${address}/no-more-letters/${silenceToken(parts.keys, letter)}`;
  // It does not name the community: its name may say why she is in it.
  const foot = t('outside-letters.why');
  const stop = { label: t('outside-letters.stop'), href: ending };
  return {
    told: [],
    letter: {
      to: home.to,
      subject: words.subject,
      text: asText(words, foot, stop),
      html: `${raw('<!doctype html>')}${<Html words={words} foot={foot} stop={stop} lang={lang} dir={dir} />}`,
      headers: {
        'List-Unsubscribe': `<${ending}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', // RFC 8058
        'Auto-Submitted': 'auto-generated',
      },
    },
  };
}

const homeOf = ({ db, keys }: JobParts, letter: OutsideLetter) =>
  db.read(scopeOf(letter), async (tx) => {
    const [home] = await tx.hot<{ host: string | null }>(
      'SELECT host FROM communities WHERE community_id = $1',
      [letter.communityId],
    );
    return home && { ...home, to: await addresseeOf(tx, keys, letter.holderId, letter.sealedTo) };
  });

const asLine = ({ label, href }: Link) => `${label}:\n${href}`;

const asText = ({ paragraphs, links }: Words, foot: string, stop: Link): string =>
  `${[...paragraphs, ...links.map(asLine), `-- \n${foot}\n${asLine(stop)}`].join('\n\n')}\n`;

interface Shape {
  words: Words;
  foot: string;
  stop: Link;
  lang: string;
  dir: string;
}

function Html({ words, foot, stop, lang, dir }: Shape) {
  return (
    <html lang={lang} dir={dir}>
      <body>
        {words.paragraphs.map((one) => (
          <p>{one}</p>
        ))}
        {words.links.map(({ label, href }) => (
          <p>
            <a href={href}>{label}</a>
          </p>
        ))}
        <hr />
        <p>{foot}</p>
        <p>
          <a href={stop.href}>{stop.label}</a>
        </p>
      </body>
    </html>
  );
}
