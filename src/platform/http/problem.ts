import type { MessageKey, Values } from '../i18n/index.ts';

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;

/** A request that ends in the error page: a status and one sentence in the reader's language. */
export class Problem extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly key: MessageKey,
    readonly values?: Values,
  ) {
    super(key);
  }
}

/** Absent and not-yours give the same answer. */
export function notFound(): never {
  throw new Problem(404, 'errors.absent');
}

/** Known and visible, but not for this member to do. */
export function forbidden(key: MessageKey = 'errors.forbidden'): never {
  throw new Problem(403, key);
}
