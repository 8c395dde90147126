import type { Tx } from '../../platform/db/index.ts';
import type { Viewer } from '../../platform/http/index.ts';

export type Notice = 'messages.request' | 'messages.accepted' | 'messages.message';

/** Stands in until members can be told of things. */
export async function tell(_tx: Tx, _viewer: Viewer, _memberId: string, _kind: Notice): Promise<void> {}
