import { raw } from 'hono/html';

export type DrawingName = 'porch' | 'chairs' | 'cup' | 'letter' | 'path';

// Line drawings of ours on a 160 × 100 sheet. `.lit` parts are filled with lamplight.
const DRAWINGS: Record<DrawingName, string> = {
  porch:
    '<circle class="glow" cx="80" cy="46" r="30"/><path d="M20 88h120M34 88V44M126 88V44M26 44h108M30 44 80 14l50 30M62 88V58h36v30M90 74v1"/><path d="M80 30v6"/><path class="lit" d="M76 36h8l2 9H74z"/>',
  chairs:
    '<circle class="glow" cx="80" cy="50" r="34"/><path d="M14 88h132M34 88l4-24h22l4 24M38 64V40M38 52h-4M60 64l2-8M126 88l-4-24h-22l-4 24M122 64V40M122 52h4M100 64l-2-8M70 88l2-16h16l2 16M68 72h24"/><path class="lit" d="M77 66c0-2 3-3 3-6 2 2 3 4 3 6a3 3 0 0 1-6 0z"/>',
  cup: '<circle class="glow" cx="78" cy="54" r="32"/><path d="M30 88h100M54 52h46v18a16 16 0 0 1-16 16H70a16 16 0 0 1-16-16zM100 56h6a8 8 0 0 1 0 16h-6"/><path d="M68 42c-4-5 4-8 0-14M84 42c-4-5 4-8 0-14"/>',
  letter:
    '<circle class="glow" cx="80" cy="52" r="32"/><path d="M46 34h68v44H46zM46 36l34 24 34-24M46 78l24-22M114 78 90 56"/><path class="lit" d="M80 56c3 3 4 5 4 7a4 4 0 0 1-8 0c0-2 1-4 4-7z"/>',
  path: '<circle class="glow" cx="112" cy="38" r="24"/><path d="M14 88h132M96 88V52h32v36M92 54l20-18 20 18M108 88V70h8v18M90 88c-8-6-34-4-40-12s14-10 6-18-24-4-32-12"/><path class="lit" d="M107 56h10v8h-10z"/>',
};

/** A quiet line drawing; always decorative. */
export function Drawing({ name, large }: { name: DrawingName; large?: boolean }) {
  return (
    <svg
      class={`drawing of-${name}`}
      viewBox="0 0 160 100"
      width={large ? 256 : 160}
      height={large ? 160 : 100}
      aria-hidden="true"
    >
      {raw(DRAWINGS[name])}
    </svg>
  );
}
