export { communityFor, forgetCommunities } from './community.ts';
