import type { Tx } from '../../platform/db/index.ts';
import type { JobParts } from '../../platform/jobs/index.ts';
import { linkPath, linkTo } from '../links/index.ts';
import { type Draft, type Drawer, scopeOf, type Words } from '../outside-letters/index.ts';
import { calledByHerPeople, herPeople } from '../people/index.ts';
import { ASK_LETTER } from './asking.ts';

/** Letters to her people about what she asks, drawn at the moment they go. */
export const drawers: Record<string, Drawer> = {
  [ASK_LETTER]: ({ db, keys }, draft) => db.read(scopeOf(draft.letter), (tx) => askWords(tx, keys, draft)),
};

interface Row {
  kind: 'emotional' | 'practical' | 'informational';
}

/** Who asks, for what kind of help, and where to read it: her words stay on the page, which can be closed. */
async function askWords(
  tx: Tx,
  keys: JobParts['keys'],
  { letter, t, address }: Draft,
): Promise<Words | null> {
  const { ask = '', person = '' } = letter.about;
  const viewer = scopeOf(letter);
  const [row] = await tx.hot<Row>(
    `SELECT a.kind FROM asks a JOIN ask_people p USING (community_id, ask_id)
     WHERE a.ask_id = $1 AND p.person_id = $2 AND a.member_id = $3 AND a.closed_at IS NULL AND access.takes_part()`,
    [ask, person, viewer.memberId],
  );
  const link = row && (await linkTo(tx, viewer, 'person', person));
  const to = row && (await herPeople(tx, keys, viewer)).find(({ personId }) => personId === person);
  if (!row || !link || !to) return null;
  const name = await calledByHerPeople(tx, keys, viewer);
  return {
    subject: t('asks.mail.subject', { name }),
    paragraphs: [
      t('asks.mail.hello', { person: to.name }),
      t(`asks.mail.${row.kind}`, { name }),
      t('asks.mail.fine'),
    ],
    links: [
      {
        label: t('asks.mail.read', { name }),
        href: `${address}${linkPath(keys, 'person', link)}/asks/${ask}`,
      },
    ],
  };
}
