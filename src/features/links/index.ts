// The door of links: how people without an account come in, each to one thing.
export { type LinkKind, linkPath, linkTo, makeLink, newLink, revokeLink, TOKEN, tokenOf } from './link.ts';
export { type Opened, openLink } from './opening.ts';
export { isOutside, outsidePage } from './outside-page.ts';
