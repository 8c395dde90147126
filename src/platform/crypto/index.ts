export { newId } from './id.ts';
export { type Keyring, keyring } from './keyring.ts';
export { hashToken, newToken } from './token.ts';
