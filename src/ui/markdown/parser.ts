import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { addressLength, isSafeAddress, whereTo } from './address.ts';

// The little Markdown there is: bold, italic, lists, links, quotes. Everything else is shown as it was typed.
const KNOWN = ['newline', 'escape', 'emphasis', 'list', 'blockquote', 'link', 'linkify'];
/** Quotes in quotes, lists in lists: deeper than this they are shown as typed. */
const DEEPEST = 6;

/** Reads what somebody wrote. What it makes goes through the sanitiser as well. */
export const parser = new MarkdownIt('zero', { linkify: true, breaks: true });
parser.enable(KNOWN);
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const scheme of ['ftp:', '//', 'mailto:']) parser.linkify.add(scheme, null);
for (const scheme of ['http:', 'https:'])
  parser.linkify.add(scheme, { validate: (text, start) => addressLength(text, start, scheme) });
parser.validateLink = isSafeAddress;

// Three stars or dashes between two thoughts are no list of lists of lists.
const DIVIDER = /^ {0,3}([-*])(?: *\1){2,} *$/;

parser.block.ruler.before('blockquote', 'as-typed', (state, line, last, silent) => {
  const tooDeep = state.level >= DEEPEST * 2;
  if (!tooDeep && !DIVIDER.test(textOf(state, line))) return false;
  if (silent) return true;
  let end = line + 1;
  if (tooDeep) while (end < last && !state.isEmpty(end) && state.sCount[end]! >= state.blkIndent) end += 1;
  state.line = end;
  state.push('paragraph_open', 'p', 1).map = [line, end];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(line, end, state.blkIndent, false).trim();
  inline.map = [line, end];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
});

const textOf = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]);

// A picture is not a link with an exclamation mark: it is shown as typed.
parser.inline.ruler.before('link', 'no-picture', (state: StateInline, silent: boolean) => {
  if (!state.src.startsWith('![', state.pos)) return false;
  if (!silent) state.pending += '![';
  state.pos += 2;
  return true;
});

// A link says where it leads: its words could name another place.
parser.renderer.rules.link_close = (tokens, end) => {
  let begin = end;
  while (begin > 0 && tokens[begin]!.type !== 'link_open') begin -= 1;
  const address = tokens[begin]!.attrGet('href');
  if (typeof address !== 'string') return '</a>';
  const said = tokens.slice(begin, end).map((token: Token) => token.content);
  const where = whereTo(address);
  return said
    .join('')
    .toLowerCase()
    .startsWith(`${new URL(address).protocol}//${where}`)
    ? '</a>'
    : `</a> <small>(${parser.utils.escapeHtml(where)})</small>`;
};
