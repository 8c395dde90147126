export type { Helpline, OnlineCommunity, ProfessionalHelp, Way } from './fact-schema.ts';
export {
  type Dated,
  dated,
  type HelplineShown,
  helplines,
  helplinesFor,
  isOverdue,
  onlineCommunities,
  overdueFacts,
  professionalHelp,
  type Whereabouts,
} from './facts.ts';
export { grouped } from './grouping.ts';
export { LineCard } from './pages/line-card.tsx';
export { publicRoutes } from './routes.tsx';
export { hrefOf, siteName } from './way.ts';
export { whereAndWhat } from './whereabouts.ts';
