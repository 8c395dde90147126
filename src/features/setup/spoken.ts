/** The languages the screens are complete in. */
export const SPOKEN = ['en', 'es'] as const;
