import { silenceToken, TOKEN_SHAPE } from '../../src/features/outside-letters/silence-token.ts';
import type { World } from '../kit/world.ts';
import type { Row } from './row.ts';

const toSam = ({ parts, people: { maya } }: World) =>
  `/no-more-letters/${silenceToken(parts.keys, { communityId: maya.communityId, letterId: maya.memberId })}`;
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

export const outsideLetters: Row[] = [
  { route: `GET /no-more-letters/:token{${TOKEN_SHAPE}}`, path: toSam, expect: anybody, why },
  {
    route: `POST /no-more-letters/:token{${TOKEN_SHAPE}}`,
    path: toSam,
    form: { 'List-Unsubscribe': 'One-Click' },
    expect: anybody,
    why,
  },
];
