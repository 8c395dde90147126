import type { Tx } from '../../platform/db/index.ts';

/** Two whom the community never brings together: family, or they know each other well. Known to coordinators alone. */
export interface Apart {
  one: string;
  other: string;
  names: [string, string];
  since: Date;
  /** One of the two said so; else a coordinator did. */
  theySaid: boolean;
}

/** Everybody who is kept apart here, the newest first. Empty for whoever coordinates nothing. */
export const keptApart = (tx: Tx): Promise<Apart[]> =>
  tx.hot<Apart>(
    `SELECT k.one_id AS one, k.other_id AS other, json_build_array(a.display_name, b.display_name) AS names, k.since,
       k.said_by IS NOT NULL AS "theySaid"
     FROM kept_apart k JOIN members a ON a.community_id = k.community_id AND a.member_id = k.one_id
     JOIN members b ON b.community_id = k.community_id AND b.member_id = k.other_id ORDER BY k.since DESC LIMIT 500`,
    [],
  );

const done = async (tx: Tx, text: string, values: unknown[]): Promise<boolean> =>
  (await tx.hot<{ done: boolean }>(text, values))[0]?.done ?? false;

/** From now on; what was proposed between the two ends like every other no. False: not hers to say, or not two members. */
export const keepApart = (tx: Tx, one: string, other: string): Promise<boolean> =>
  done(tx, 'SELECT access.keep_apart($1, $2) AS done', [one, other]);

export const apartNoMore = (tx: Tx, one: string, other: string): Promise<boolean> =>
  done(tx, 'SELECT access.apart_no_more($1, $2) AS done', [one, other]);

export interface Named {
  id: string;
  name: string;
}

const NAMED = {
  mothers: `SELECT DISTINCT m.member_id AS id, m.display_name AS name FROM mentee_requests x
    JOIN members m USING (community_id, member_id) WHERE x.program_id = $1 AND x.state IN ('waiting', 'matched') ORDER BY 2, 1`,
  mentors: `SELECT m.member_id AS id, m.display_name AS name FROM program_mentors x
    JOIN members m USING (community_id, member_id) WHERE x.program_id = $1 AND x.state IN ('applied', 'approved') ORDER BY 2, 1`,
};

/** Whom a coordinator may keep apart in a program: the mothers who wait or have a mentor, and its mentors. */
export const peopleIn = async (tx: Tx, programId: string): Promise<Record<keyof typeof NAMED, Named[]>> => ({
  mothers: await tx.hot<Named>(NAMED.mothers, [programId]),
  mentors: await tx.hot<Named>(NAMED.mentors, [programId]),
});
