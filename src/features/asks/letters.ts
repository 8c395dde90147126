import type { Support } from '../../matching/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Draft, Drawer, Words } from '../outside-letters/index.ts';
import { type Addressee, toPerson } from '../people/index.ts';
import { ASK_LETTER } from './asking.ts';
import { THANKS_LETTER } from './thanking.ts';

/** Letters to her people about what she asks, drawn at the moment they go. Her words stay on the page, which can be closed. */
export const drawers: Record<string, Drawer> = {
  [ASK_LETTER]: (parts, draft) => toPerson(parts, draft, (tx, to) => askWords(tx, draft, to)),
  [THANKS_LETTER]: (parts, draft) => toPerson(parts, draft, (tx, to) => thanksWords(tx, draft, to)),
};

/** Who asks, for what kind of help, and where to read it. */
async function askWords(tx: Tx, draft: Draft, to: Addressee): Promise<Words | null> {
  const { t } = draft;
  const { name, href, person } = to;
  const asked = await askedOf(tx, draft, to);
  if (!asked || asked.ended) return null;
  return {
    subject: t('asks.mail.subject', { name }),
    paragraphs: [
      t('asks.mail.hello', { person: person.name }),
      t(`asks.mail.${asked.kind}`, { name }),
      t('asks.mail.fine'),
    ],
    links: [{ label: t('asks.mail.read', { name }), href: `${href}/asks/${draft.letter.about.ask}` }],
  };
}

/** Her thanks to whoever said yes, as long as it stands so. */
async function thanksWords(tx: Tx, draft: Draft, to: Addressee): Promise<Words | null> {
  const { t } = draft;
  const { name, href, person } = to;
  const asked = await askedOf(tx, draft, to);
  if (asked?.ended !== 'helped' || asked.answer !== 'yes') return null;
  return {
    subject: t('asks.mail.thanks-subject', { name }),
    paragraphs: [t('asks.mail.hello', { person: person.name }), t('asks.mail.thanks', { name })],
    links: [{ label: t('asks.mail.thanks-link', { name }), href }],
  };
}

interface Asked {
  kind: Support;
  ended: string | null;
  answer: 'yes' | 'no' | null;
}

async function askedOf(tx: Tx, { letter }: Draft, { viewer, person }: Addressee): Promise<Asked | null> {
  const [row] = await tx.hot<Asked>(
    `SELECT a.kind, a.closed_as AS ended, p.answer FROM asks a JOIN ask_people p USING (community_id, ask_id)
     WHERE a.ask_id = $1 AND p.person_id = $2 AND a.member_id = $3 AND access.takes_part()`,
    [letter.about.ask ?? '', person.personId, viewer.memberId],
  );
  return row ?? null;
}
