import { newId } from '../../platform/crypto/index.ts';
import { query, type Scope, type Tx } from '../../platform/db/index.ts';

/** Something handed out to those who have a place: a link, a few words, or both. */
export interface Material {
  materialId: string;
  title: string;
  link: string | null;
  note: string;
  addedAt: Date;
}

/** What is handed out there; nothing, for whoever neither has a place nor runs it. */
export async function materialsOf(tx: Tx, gatheringId: string): Promise<Material[]> {
  const rows = await tx.all(
    query
      .selectFrom('gathering_materials')
      .selectAll()
      .where('gathering_id', '=', gatheringId)
      .orderBy('added_at')
      .orderBy('material_id'),
  );
  return rows.map((row) => ({
    materialId: row.material_id,
    title: row.title,
    link: row.link,
    note: row.note,
    addedAt: row.added_at,
  }));
}

/** Whether anything is handed out there that she may read. */
export async function isHandedOut(tx: Tx, gatheringId: string): Promise<boolean> {
  const [row] = await tx.hot<{ some: boolean }>(
    'SELECT EXISTS (SELECT FROM gathering_materials WHERE gathering_id = $1) AS some',
    [gatheringId],
  );
  return row?.some === true;
}

/** Whether she may read what is handed out, also while there is nothing yet. */
export async function mayRead(tx: Tx, gatheringId: string): Promise<boolean> {
  const [row] = await tx.hot<{ may: boolean }>('SELECT access.has_place($1) OR access.runs_it($1) AS may', [
    gatheringId,
  ]);
  return row?.may === true;
}

export async function addMaterial(
  tx: Tx,
  viewer: Scope,
  gatheringId: string,
  said: Pick<Material, 'title' | 'link' | 'note'>,
): Promise<void> {
  await tx.run(
    query
      .insertInto('gathering_materials')
      .values({ ...said, community_id: viewer.communityId, gathering_id: gatheringId, material_id: newId() }),
  );
}

/** Takes it away. False when there is no such thing of hers to take. */
export async function removeMaterial(tx: Tx, gatheringId: string, materialId: string): Promise<boolean> {
  const gone = await tx.run(
    query
      .deleteFrom('gathering_materials')
      .where('gathering_id', '=', gatheringId)
      .where('material_id', '=', materialId),
  );
  return gone > 0;
}
