import type { Support } from '../../matching/index.ts';
import type { Scope, Tx } from '../../platform/db/index.ts';
import { askedFor, herAsks } from './ask.ts';
import { herIntroductions } from './introduction.ts';

/** Somebody she was brought together with by an ask. */
export interface Tie {
  /** The other's name, as it is today. */
  name: string;
  talkId: string;
  support: Support;
  /** Whether she was helped, or helped. */
  way: 'received' | 'given';
  lastOn: Date;
}

/** Whoever said yes to an ask of hers, and those whom she said yes to: for her picture of who carries whom. */
export async function tiesFromAsks(tx: Tx, viewer: Scope): Promise<Tie[]> {
  const asks = new Map((await herAsks(tx, viewer)).map((ask) => [ask.askId, ask]));
  const asked = await askedFor(tx, [...asks.keys()]);
  const received = asked.flatMap(({ askId, helper, askedAt }): Tie[] =>
    helper
      ? [
          {
            name: helper.name,
            talkId: helper.talkId,
            support: asks.get(askId)!.kind,
            way: 'received',
            lastOn: askedAt,
          },
        ]
      : [],
  );
  const given = (await herIntroductions(tx)).flatMap(({ askerName, talkId, kind, askedAt }): Tie[] =>
    askerName && talkId ? [{ name: askerName, talkId, support: kind, way: 'given', lastOn: askedAt }] : [],
  );
  return [...received, ...given].sort((a, b) => b.lastOn.getTime() - a.lastOn.getTime());
}
