// The door of reasons: the engine's sentences, in the reader's words.
export { said } from './said.ts';
