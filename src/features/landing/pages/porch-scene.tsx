import { raw } from 'hono/html';

// A street at night, drawn by us on a 360 × 166 sheet: two houses asleep, one porch with its light on and two chairs out.
const SCENE = [
  '<circle class="halo" cx="180" cy="84" r="78"/><circle class="glow" cx="180" cy="84" r="52"/>',
  '<path class="far" d="M4 148h72M12 148v-34l26-22 26 22v34M284 148h72M296 148v-38l24-20 26 20v38"/>',
  '<path class="far" d="M30 122h14v12H30zM314 120h14v12h-14zM54 100V90h6v15"/>',
  '<path d="M92 148h176M112 148V74M248 148V74M100 74h160M106 74l74-50 74 50M112 122h28M220 122h28"/>',
  '<path d="M119 122v26M130 122v26M230 122v26M241 122v26M161 148V96h38v52M154 148v8h52v-8M146 156v8h68v-8"/>',
  '<path d="M138 148v-12h14v12M138 136v-16M208 148v-12h14v12M222 136v-16"/>',
  '<path class="lit" d="M168 103h24v20h-24z"/><path d="M180 103v20M168 113h24M193 132v1"/>',
  '<path d="M180 46v10"/><path class="lit" d="M174 60h12l3 15h-18zM176 56h8v4h-8z"/>',
  '<path class="star" d="M46 34v6M43 37h6M90 18v4M88 20h4M286 26v6M283 29h6M330 52v4M328 54h4M140 14v2M236 12v2"/>',
].join('');

/** The porch light that gives the house its name; decorative. */
export function PorchScene() {
  return (
    <svg class="drawing porch-scene" viewBox="0 4 360 162" width="360" height="162" aria-hidden="true">
      {raw(SCENE)}
    </svg>
  );
}
