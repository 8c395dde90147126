// The door of matches: asking for a mentor, proposals and the yes of both; the coordinators' rounds.

export { coordinatorRoutes } from './board-routes.tsx';
export { jobs } from './jobs.ts';
export { herProposals } from './proposal.ts';
export { askForMentor, herRequests } from './request.ts';
export { routes } from './routes.tsx';
