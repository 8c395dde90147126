import { create } from 'qrcode';

/** Modules of white every reader needs around a code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as one path of an SVG: black on white whatever the page's colours, no inline style, no image to load. */
export function QrCode({ text, label, size }: { text: string; label: string; size: number }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const whole = modules.size + 2 * QUIET;
  return (
    <svg
      class="qr"
      width={size}
      height={size}
      viewBox={`0 0 ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={darkModules(modules.data, modules.size)} fill="#000" />
    </svg>
  );
}

/** Runs of dark modules, row by row. */
function darkModules(data: Uint8Array, size: number): string {
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue;
      const start = x;
      while (x + 1 < size && data[y * size + x + 1]) x++;
      path += `M${start + QUIET} ${y + QUIET}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  }
  return path;
}
