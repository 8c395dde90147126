export { addressFor } from './address.ts';
export { type HandedOver, type Notes, noteHandedOver, readHandedOver } from './handed-over.ts';
export type { Claim, Drawn, Ledger } from './ledger.ts';
export { sendAll } from './sending.ts';
