import { raw } from 'hono/html';
import { layOutMap } from '../../matching/index.ts';
import type { Page } from '../../ui/page.ts';
import type { Tie } from './map.ts';
import { Drawing } from './pages/picture.tsx';
import { namesByRing } from './pages/saying.ts';

// The file stands alone: the colours of the house by day, on paper.
const STYLE = `svg{background:#fcf9f3}
text{fill:#252435;stroke:#fcf9f3;stroke-width:3px;stroke-linejoin:round;paint-order:stroke;font:500 13px system-ui,sans-serif;text-anchor:middle}
.eco-you{stroke:none;font-weight:700}
.eco-ring{fill:#f2bd68;fill-opacity:.07;stroke:#8b8b98;stroke-opacity:.4}.eco-ring.of-1{fill-opacity:.16}
.eco-glow{fill:#fdf0d6}.eco-line{fill:none;stroke:#59596b;stroke-width:1.4;stroke-linecap:round;stroke-linejoin:round}
.eco-line.warm{stroke:#cd632d;stroke-width:2.6}.eco-line.strained{stroke:#a12628}.eco-line .eco-head{stroke-width:2.2}
.eco-disc{fill:#fffefb}.eco-arc{fill:none;stroke:#e3ddd3;stroke-width:2;stroke-linecap:round}.eco-arc.on{stroke:#cd632d;stroke-width:2.6}
.sage .eco-tint{fill:#d6efde}.rose .eco-tint{fill:#ffe4e3}.sky .eco-tint{fill:#d8edfc}.gold .eco-tint{fill:#fcebc7}.iris .eco-tint{fill:#ece5fb}
.sage{color:#19482c}.rose{color:#822b31}.sky{color:#034d73}.gold{color:#6c4302}.iris{color:#553781}
.lantern-frame{fill:none;stroke:#252435;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}.lantern-glass{fill:#f2bd68;fill-opacity:.35}.lantern-flame{fill:#cd632d}`;

/** Her map as a file of its own, for her to keep. */
export function svgFile(page: Page, ties: Tie[]): string {
  const layout = layOutMap(ties);
  const { width, height } = layout;
  const drawn = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width * 2}
      height={height * 2}
      role="img"
      lang={page.lang}
      aria-labelledby="eco-title eco-desc"
    >
      <title id="eco-title">{page.t('ecomap.picture', { count: ties.length })}</title>
      <desc id="eco-desc">{namesByRing(page, ties)}</desc>
      <style>{raw(STYLE)}</style>
      <Drawing page={page} layout={layout} ties={ties} />
    </svg>
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}`;
}
