import { query, type Tx } from '../../platform/db/index.ts';

/** What a coordinator sees at a glance: numbers about the whole, nothing about anybody. */
export interface Overview {
  members: number;
  circles: number;
  openReports: number;
  servicesOverdue: number;
  /** Listed circles nobody looks after. */
  untended: number;
  /** Calls promised and not tried in time, or for which a supervisor is called. */
  lateCalls: number;
}

export async function overview(tx: Tx): Promise<Overview> {
  const [row] = await tx.hot<Overview>(
    `SELECT (SELECT count(*) FROM members)::int AS members,
       (SELECT count(*) FROM circles WHERE closed_at IS NULL AND joining <> 'hidden')::int AS circles,
       (SELECT count(*) FROM cases WHERE decided_at IS NULL)::int AS "openReports",
       (SELECT count(*) FROM services WHERE review_on < current_date)::int AS "servicesOverdue",
       (SELECT count(*) FROM access.untended_circles())::int AS untended,
       (SELECT count(*) FROM access.callback_desk() d
         WHERE d.overdue OR d.passed_on_at IS NOT NULL AND d.heeded_at IS NULL)::int AS "lateCalls"`,
    [],
  );
  return row!;
}

export interface Person {
  memberId: string;
  name: string;
  role: 'member' | 'moderator' | 'coordinator';
}

const A_PAGE = 50;

/** Members by name, a page at a time. */
export async function people(
  tx: Tx,
  search: string,
  offset: number,
): Promise<{ people: Person[]; more: boolean }> {
  const rows = await tx.all(
    query
      .selectFrom('members')
      .select(['member_id as memberId', 'display_name as name', 'role'])
      .$if(search !== '', (q) => q.where('display_name', 'ilike', `%${search.replace(/[\\%_]/g, '\\$&')}%`))
      .orderBy('display_name')
      .orderBy('member_id')
      .offset(offset)
      .limit(A_PAGE + 1),
  );
  return { people: rows.slice(0, A_PAGE) as Person[], more: rows.length > A_PAGE };
}

export const pageSize = A_PAGE;

/** Gives a member a role. False when she is not here, or is the coordinator herself. */
export async function setRole(tx: Tx, memberId: string, role: Person['role']): Promise<boolean> {
  const [row] = await tx.hot<{ done: boolean }>('SELECT access.set_role($1, $2) AS done', [memberId, role]);
  return row?.done ?? false;
}
