export {
  circleForFacilitator,
  circleForMember,
  facilitatorsOf,
  listedCircle,
  type Seat,
  type SeatedCircle,
  seatedCircle,
} from './access.ts';
export { type Circle, placesLeft } from './circle.ts';
export { audienceOf, languageName, meetingTime, rhythmOf, whereOf } from './describing.ts';
export { circleOptionsFor } from './finding.ts';
export { GREETING_DAYS, type Greeting, greetingsDue, markGreeted } from './greeting.ts';
export { type Meeting, nextMeeting } from './meeting.ts';
export { type Entrance, type HerCircle, joinCircle, leaveCircle } from './membership.ts';
export { publicRoutes, routes } from './routes.tsx';
export { herCircles } from './set-aside.ts';
