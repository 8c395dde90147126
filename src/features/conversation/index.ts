// The door of the conversation: what happens in a circle's room.
import { routes as newRoutes } from '../../platform/http/index.ts';
import { liveRoutes } from './live-routes.ts';
import { pinRoutes } from './pins/pin-routes.ts';
import { voteRoutes } from './polls/vote-routes.ts';
import { postRoutes } from './post-routes.tsx';
import { reactionRoutes } from './reaction-routes.ts';
import { routes as roomRoutes } from './room-routes.tsx';
import { threadRoutes } from './thread-routes.tsx';

export { isClosed, unlessClosed } from './closed.ts';
export { shownName } from './pages/who.ts';
export { type SinglePost, standingPost } from './post.ts';
export { requireVoice } from './room.ts';
export { publicRoutes } from './room-routes.tsx';
export { startThread } from './writing.ts';

export const routes = newRoutes()
  .route('/', roomRoutes)
  .route('/', threadRoutes)
  .route('/', postRoutes)
  .route('/', reactionRoutes)
  .route('/', liveRoutes)
  .route('/', voteRoutes)
  .route('/', pinRoutes);
