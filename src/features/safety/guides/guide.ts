/** The guides, in the order they are listed. Their words are `guides.<slug>.…`, a heading and its paragraphs each. */
export const GUIDES = {
  charter: ['why', 'inside', 'change'],
  reporting: ['what', 'how', 'who', 'then', 'disagree'],
  danger: ['now', 'words', 'steps', 'not'],
  'running-a-circle': ['size', 'two', 'opening', 'round', 'closing', 'hard', 'rest'],
} as const;
export type Guide = keyof typeof GUIDES;

export const isGuide = (slug: string): slug is Guide => Object.hasOwn(GUIDES, slug);
