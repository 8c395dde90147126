import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/http/index.ts';
import { isOpen, type Program, programOf } from '../programs/index.ts';

/** A program she may ask in, or asked in before it closed. @throws Problem 404 */
export async function programFor(tx: Tx, id: string): Promise<Program> {
  const program = await programOf(tx, id);
  return program?.openedAt ? program : notFound();
}

/** A program that takes mothers just now. @throws Problem 404 */
export async function openProgram(tx: Tx, id: string): Promise<Program> {
  const program = await programFor(tx, id);
  return isOpen(program) ? program : notFound();
}
