// The only way out to an address that somebody else named.
export { mayAsk } from './address.ts';
export {
  type Fetched,
  fetchPolitely,
  type Refusal,
  type Refused,
  userAgent,
  type Wish,
} from './fetch-politely.ts';
export { isPublicAddress, LeadsInside, lookupPublic } from './public-address.ts';
