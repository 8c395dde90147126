import type { Viewer } from '../../platform/http/index.ts';
import type { Subject } from '../../platform/live/index.ts';

/** What an open page of hers follows. */
export const subject = (kind: Subject['kind'], { communityId }: Viewer, id: string): Subject => ({
  kind,
  communityId,
  id,
});
