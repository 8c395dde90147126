export { type AuthPool, authPool } from './auth-pool.ts';
export { type Booted, bootDatabase } from './boot.ts';
export { type Connections, connections, type Login } from './connections.ts';
export { type Database, database } from './database.ts';
export { migrate } from './migrate.ts';
export { query } from './query.ts';
export { type ClosedToHer, type DatabaseRefusal, refusal } from './refusal.ts';
export type { Tables } from './tables.ts';
export type { Scope, Tx } from './transaction.ts';
