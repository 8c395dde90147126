import { TOKEN_SHAPE, unsubscribeToken } from '../../src/features/letters/unsubscribe-token.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const toMaya = ({ parts, people: { maya } }: World) =>
  `/unsubscribe/${unsubscribeToken(parts.keys, { communityId: maya.communityId, memberId: maya.memberId, circleId: null })}`;
const anybody = {
  nobody: 200,
  other: 404,
  outsider: 200,
  blocked: 200,
  member: 200,
  facilitator: 200,
  moderator: 200,
  admin: 200,
};
const why = 'the signed link is all the proof there is: it opens from a mail program, without a session';

export const letters: Row[] = [
  { route: `GET /unsubscribe/:token{${TOKEN_SHAPE}}`, path: toMaya, expect: anybody, why },
  {
    route: `POST /unsubscribe/:token{${TOKEN_SHAPE}}`,
    path: toMaya,
    form: { 'List-Unsubscribe': 'One-Click' },
    expect: anybody,
    why,
  },
];
