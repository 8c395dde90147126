export { ageName, circleName, type Nameable } from '../circle-names/index.ts';
export {
  circleForFacilitator,
  circleForMember,
  circleWithDoor,
  facilitatorsOf,
  idIn,
  listedAmong,
  listedCircle,
  type Seat,
  type SeatedCircle,
  seatedCircle,
} from './access.ts';
export { type Circle, circleOf, placesLeft } from './circle.ts';
export { type CirclePlace, placeOf } from './circle-place.ts';
export { audienceOf, languageName, meetingTime, rhythmOf, whereOf } from './describing.ts';
export { circleOptionsFor, circlesLike } from './finding.ts';
export { GREETING_DAYS, type Greeting, greetingsDue, markGreeted } from './greeting.ts';
export { type Meeting, nextMeeting } from './meeting.ts';
export { circlesOf, type Entrance, type HerCircle, joinCircle, leaveCircle } from './membership.ts';
export { findNear, type Near } from './near.ts';
export { FacilitatorTabs } from './pages/facilitator-tabs.tsx';
export { SmallCircleCard } from './pages/small-circle-card.tsx';
export { CIRCLE, MEMBER } from './paths.ts';
export { type Fellow, fellowsIn } from './people.ts';
export { QrCode } from './qr-code.tsx';
export { publicRoutes, routes } from './routes.tsx';
export { herCircles } from './set-aside.ts';
