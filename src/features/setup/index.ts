export { DEMO_PEOPLE, demoRoutes, foundDemo } from './demo.ts';
export { issueSetupToken } from './first-run.ts';
export { setup } from './routes.tsx';
