// The door of the first reply: nobody posts into silence.
export { coordinatorRoutes } from './coordinator-routes.ts';
export { FIGURE_DAYS, type Figures, figuresOf, type Waits, waitsOf } from './figures.ts';
export { countAsSeen, type HerAsk, herAsks } from './her-ask.ts';
export { jobs } from './jobs.ts';
export { AskedToLookIn, HER_ASK, HerAskLine } from './pages/thread-lines.tsx';
export { WaitingHere } from './pages/waiting-here.tsx';
export { routes } from './routes.tsx';
export { ANYTHING_WAITS, type Waiting, waitingByCircle, waitingIn, waitingThread } from './waiting.ts';
