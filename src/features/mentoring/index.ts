export { introductionsOf, introductionsWaiting } from './introduction.ts';
export { peerOptions } from './mentor-offer.ts';
export { mentoringRoutes } from './routes.tsx';
