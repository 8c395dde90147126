import type { People } from '../../../test/kit/people.ts';
import type { World } from '../../../test/kit/world.ts';
import { newId } from '../../platform/crypto/index.ts';

type Said = Record<string, unknown>;

async function insert(world: World, table: string, row: Said): Promise<void> {
  const names = Object.keys(row);
  await world.owner.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** An open perinatal program in Lakeview Porch, behind the server's back. Resolves to its id; `said` changes columns. */
export async function aProgram(world: World, said: Said = {}): Promise<string> {
  const { communityId: community_id, memberId: created_by } = world.people.admin;
  const program_id = newId();
  await insert(world, 'programs', {
    community_id,
    program_id,
    kind: 'perinatal',
    name: 'Someone beside you',
    about: 'A mother who has been there, once a week.',
    recovered_months: 12,
    not_in_danger: true,
    agreement: 'What is said stays between the two of you.',
    created_by,
    opened_at: new Date(),
    ...said,
  });
  for (const [phase, name, from_week] of [
    [1, 'Getting to know each other', 1],
    [2, 'Side by side', 3],
    [3, 'Letting go', 11],
  ] as const)
    await insert(world, 'program_phases', {
      community_id,
      program_id,
      phase,
      name,
      from_week,
      guide: `**${name}**`,
    });
  return program_id;
}

/** An approved mentor in it, behind the server's back: Dana, who was in the NICU, evenings, English and Spanish. */
export async function aMentor(
  world: World,
  programId: string,
  { who = 'dana', ...said }: Said & { who?: keyof People } = {},
): Promise<void> {
  const { communityId, memberId } = world.people[who];
  await insert(world, 'program_mentors', {
    community_id: communityId,
    program_id: programId,
    member_id: memberId,
    state: 'approved',
    about: 'Five years on.',
    experiences: ['nicu', 'low-mood'],
    languages: ['en', 'es'],
    free: ['1-evening', '2-evening', '4-evening'],
    online: true,
    country: 'US',
    region: 'IL',
    latitude: 41.94,
    longitude: -87.653,
    recovered_since: '2021-03',
    capacity: 2,
    agreed_at: new Date(),
    agreement_version: 1,
    decided_at: new Date(),
    decided_by: world.people.admin.memberId,
    ...said,
  });
}

/** A question of the program's own. Resolves to its id. */
export async function aQuestion(world: World, programId: string, said: Said = {}): Promise<string> {
  const question_id = newId();
  await insert(world, 'program_questions', {
    community_id: world.people.admin.communityId,
    program_id: programId,
    question_id,
    asked_of: 'both',
    words: 'How would you like to talk?',
    choices: ['By phone', 'By message'],
    counts: 2,
    ...said,
  });
  return question_id;
}

/** An item of the training checklist. Resolves to its id. */
export async function aTrainingItem(
  world: World,
  programId: string,
  name = 'How to listen',
): Promise<string> {
  const item_id = newId();
  const { communityId: community_id } = world.people.admin;
  await insert(world, 'program_training', { community_id, program_id: programId, item_id, name });
  return item_id;
}
