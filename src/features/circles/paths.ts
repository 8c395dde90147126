/** An id in an address; `idIn` checks it to the letter. The pattern keeps `/circles/new` out. */
export const CIRCLE = '/circles/:id{[0-9a-f-]{36}}';
export const MEMBER = ':member{[0-9a-f-]{36}}';
