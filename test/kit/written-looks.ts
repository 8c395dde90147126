/**
 * Runs in the page. Keeps `window.written`: each element that shows text, and how it looks, in one short word. Two look
 * alike when they and all they stand in are of the same names and classes and have, as computed, the same colours,
 * backgrounds, opacity and place in the layers, the same size and weight of letters, in a window as wide. How many stand in
 * a list, or what is written, makes no other look. Gives each look once.
 */
export const writtenLooks = `function () {
  const digest = (text) => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    return (a >>> 0).toString(36) + (b >>> 0).toString(36);
  };
  const known = new Map();
  const ground = (element) => {
    if (!element) return String(innerWidth);
    if (known.has(element)) return known.get(element);
    const s = getComputedStyle(element);
    const before = getComputedStyle(element, '::before'), after = getComputedStyle(element, '::after');
    const look = digest([ground(element.parentElement), element.tagName, element.getAttribute('class'), element.getAttribute('style'),
      s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, s.position, s.zIndex, s.clip, s.clipPath,
      s.color, s.fontSize, s.fontWeight, s.textShadow, s.textDecorationLine, element.matches(':disabled, [aria-disabled=true], :focus'),
      before.content !== 'none' && before.backgroundColor + before.backgroundImage + before.position,
      after.content !== 'none' && after.backgroundColor + after.backgroundImage + after.position].join('|'));
    known.set(element, look);
    return look;
  };
  const shows = (element) => element.matches('input, select, textarea')
    || [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim() !== '');
  window.written = new Map([...document.body.querySelectorAll('*')].filter(shows).map((element) => [element, ground(element)]));
  return [...new Set(window.written.values())];
}`;
