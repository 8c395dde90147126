import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { remember } from '../../platform/memory/index.ts';
import { parser } from './parser.ts';
import { throughTheWall } from './wall.ts';

/** Longer texts stand on their own thread's page only: they are drawn when somebody reads them. */
const REMEMBERED = 1500;
const remembered = remember<HtmlEscapedString>(2_000);

/** What somebody wrote, as HTML. A room of thirty posts is drawn far more often than its words change. */
export function written(text: string): HtmlEscapedString {
  return text.length > REMEMBERED ? draw(text) : remembered(text, () => draw(text));
}

// Line breaks are kept by <br>; those between the blocks are the renderer's own, and the style would show them.
const draw = (text: string): HtmlEscapedString =>
  raw(throughTheWall(parser.render(text)).replaceAll('\n', ''));
