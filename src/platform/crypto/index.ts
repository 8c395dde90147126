export { newId } from './id.ts';
export { type Keyring, keyring } from './keyring.ts';
export { newWrappedKey, type OwnKey, ownKey } from './own-key.ts';
export { readSignedIds, signIds } from './signed-ids.ts';
export { hashToken, newToken } from './token.ts';
