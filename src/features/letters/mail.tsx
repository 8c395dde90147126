import { raw } from 'hono/html';
import type { Keyring } from '../../platform/crypto/index.ts';
import { localeFor, pickLocale, translator } from '../../platform/i18n/index.ts';
import type { Letter } from '../../platform/mail/index.ts';
import {
  type Bundle,
  beginningOf,
  cannotComePath,
  detailsOf,
  givesBack,
  placeOf,
  sentence,
  type Tongue,
} from '../notifications/index.ts';
import type { Claim } from './claiming.ts';
import type { LetterNews } from './news.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

const MOST_LINES = 20;

interface Line {
  says: string;
  begins: string;
  href: string;
  /** Of a reminder: where, and what else she should know. */
  details: string[];
  /** Gives her place back, with one tap and no blame. */
  back: Link | null;
}
interface Words {
  lead: string;
  lines: Line[];
  more: string | null;
  open: Link;
  why: string;
  ways: Link[];
}
interface Link {
  label: string;
  href: string;
}

type Written = Pick<Letter, 'subject' | 'text' | 'html' | 'headers'>;

/**
 * Writes the letter in her language. Its subject never says what, who or where; when she wants it so, neither does the
 * rest. `address` is where links lead.
 */
export function writeLetter(keys: Keyring, claim: Claim, news: LetterNews, address: string): Written {
  const locale = pickLocale([claim.locale], false);
  const tongue = { t: translator(locale), locale };
  const whose = { communityId: claim.communityId, memberId: claim.memberId };
  const ending = (circleId: string | null) =>
    `${address}/unsubscribe/${unsubscribeToken(keys, { ...whose, circleId })}`;
  const back = (one: Bundle): Link | null => {
    const occurrenceId = givesBack(one);
    if (!occurrenceId) return null;
    const path = cannotComePath(keys, { ...whose, occurrenceId });
    return { label: tongue.t('coming.cannot-button'), href: address + path };
  };
  const tone = toneOf(claim, news);
  const words = wordsOf(tongue, tone, news, { address, ending, back });
  return {
    subject: tongue.t(`letters.subject.${tone === 'soon' ? 'instant' : tone}`),
    text: asText(words),
    html: `${raw('<!doctype html>')}${<Html words={words} {...localeFor(locale)} />}`,
    headers: {
      'List-Unsubscribe': `<${ending(null)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', // RFC 8058
      'Auto-Submitted': 'auto-generated',
    },
  };
}

type Tone = Claim['mode'] | 'reminder' | 'soon';

/** A letter of reminders alone calls itself one; when she wants letters to say nothing, this one only says why it came. */
function toneOf({ mode }: Claim, { bundles, contentFree }: LetterNews): Tone {
  if (!bundles.every(({ kind }) => kind.startsWith('gatherings.reminder-'))) return mode;
  return contentFree ? 'soon' : 'reminder';
}

/** Where its links lead. */
interface Ways {
  address: string;
  ending(circleId: string | null): string;
  back(one: Bundle): Link | null;
}

function wordsOf(
  tongue: Tongue,
  tone: Tone,
  { bundles, contentFree, community }: LetterNews,
  { address, ending, back }: Ways,
): Words {
  const { t } = tongue;
  const told = contentFree ? [] : bundles;
  const places = new Set(told.map(({ items: [newest] }) => newest?.circleId ?? null));
  const [only] = places.size === 1 ? [...places] : [];
  const circle = only && told[0] ? placeOf(tongue, told[0]) : '';
  const rest = told.length - MOST_LINES;
  return {
    lead: contentFree || tone === 'soon' ? t('letters.discreet') : t(`letters.lead.${tone}`, { community }),
    lines: told.slice(0, MOST_LINES).map((one) => ({
      says: sentence(tongue, one),
      begins: beginningOf(one),
      href: address + one.path,
      details: detailsOf(tongue, one),
      back: back(one),
    })),
    more: rest > 0 ? t('letters.more', { count: rest }) : null,
    open: { label: t('letters.open'), href: `${address}/notifications` },
    why: t(`letters.why.${tone}`),
    ways: [
      { label: t('letters.change'), href: `${address}/me/notifications` },
      ...(only && circle ? [{ label: t('letters.not-circle', { circle }), href: ending(only) }] : []),
      { label: t('letters.not-any'), href: ending(null) },
    ],
  };
}

function asText({ lead, lines, more, open, why, ways }: Words): string {
  const link = ({ label, href }: Link) => `${label}: ${href}`;
  const told = lines.map(({ says, begins, details, back, href }) =>
    [says, begins && `  ${begins}`, ...details, href, back && link(back)].filter(Boolean).join('\n'),
  );
  const foot = [why, ...ways.map(link)].join('\n');
  const parts = [lead, ...told, more, link(open), `-- \n${foot}`];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function Html({ words, lang, dir }: { words: Words; lang: string; dir: string }) {
  return (
    <html lang={lang} dir={dir}>
      <body>
        <p>{words.lead}</p>
        {words.lines.length > 0 && (
          <ul>
            {words.lines.map(({ says, begins, details, back, href }) => (
              <li>
                <a href={href}>{says}</a>
                {begins && <blockquote>{begins}</blockquote>}
                {details.map((one) => (
                  <p>{one}</p>
                ))}
                {back && (
                  <p>
                    <a href={back.href}>{back.label}</a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
        {words.more && <p>{words.more}</p>}
        <p>
          <a href={words.open.href}>{words.open.label}</a>
        </p>
        <hr />
        <p>{words.why}</p>
        <ul>
          {words.ways.map(({ label, href }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </body>
    </html>
  );
}
