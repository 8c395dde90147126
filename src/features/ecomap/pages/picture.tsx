import {
  type Layout,
  LINE,
  layOutMap,
  lineOf,
  type Placed,
  SUPPORTS,
  type Support,
} from '../../../matching/index.ts';
import { Icon, Kind, Lantern } from '../../../ui/index.ts';
import type { Page } from '../../../ui/page.ts';
import type { Tie } from '../map.ts';
import { MARKS } from './marks.ts';
import { namesByRing } from './saying.ts';

interface PictureProps {
  page: Page;
  ties: Tie[];
  /** Marks and names lead to their ties. */
  linked?: boolean;
}

/** Her map. What it shows is told by its description and, whole, by the list below it. */
export function Picture({ page, ties, linked }: PictureProps) {
  const { t } = page;
  const layout = layOutMap(ties);
  const { width, height, placed } = layout;
  return (
    <figure class={height > TALL * width ? 'eco-figure tall' : 'eco-figure'}>
      <svg
        class="eco-map"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-labelledby="eco-title eco-desc"
      >
        <title id="eco-title">{t('ecomap.picture', { count: ties.length })}</title>
        <desc id="eco-desc">{t('ecomap.picture.desc', { rings: namesByRing(page, ties) })}</desc>
        <Drawing page={page} layout={layout} ties={ties} />
      </svg>
      {linked && (
        // Over the picture, so that it stays one picture to those who hear it; by keyboard the list leads there too.
        <svg class="eco-taps" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {placed.map(({ id, box }) => (
            <a href={`/ecomap/ties/${id}`} tabindex={-1}>
              <rect x={box.x} y={box.y} width={box.w} height={box.h} rx="10" />
            </a>
          ))}
        </svg>
      )}
    </figure>
  );
}
/** From this shape on a picture is kept narrow on a wide screen. */
const TALL = 1.45;

/** What stands inside the picture, here and in the file she saves. */
export function Drawing({ page, layout, ties }: { page: Page; layout: Layout; ties: Tie[] }) {
  const { centre, rings, placed } = layout;
  const byId = new Map(ties.map((tie) => [tie.id, tie]));
  return (
    <>
      {rings.map(({ ring, rx, ry }) => (
        <ellipse class={`eco-ring of-${ring}`} cx={centre.x} cy={centre.y} rx={rx} ry={ry} />
      ))}
      {placed.map((here) => (
        <Line centre={centre} here={here} tie={byId.get(here.id)!} />
      ))}
      <g transform={`translate(${centre.x} ${centre.y})`}>
        <circle class="eco-glow" r="29" />
        <g transform="translate(-15 -25)">
          <Lantern size={38} />
        </g>
        <text class="eco-you" y="27">
          {page.t('ecomap.you')}
        </text>
      </g>
      {placed.map((here) => (
        <Mark here={here} tie={byId.get(here.id)!} />
      ))}
    </>
  );
}

function Line({ centre, here, tie }: { centre: Layout['centre']; here: Placed; tie: Tie }) {
  const { path, heads } = lineOf(centre, here, tie.feeling, tie.flow);
  return (
    <g class={`eco-line ${tie.feeling}`}>
      <path d={path} />
      {heads.map((head) => (
        <path class="eco-head" d={head} />
      ))}
    </g>
  );
}

function Mark({ here, tie }: { here: Placed; tie: Tie }) {
  const { tint, icon } = MARKS[tie.people];
  const { label } = here;
  return (
    <>
      <g class={`eco-mark ${tint}`} transform={`translate(${here.x} ${here.y})`}>
        <circle class="eco-disc" r="15" />
        <circle class="eco-tint" r="11.2" />
        {SUPPORTS.map((support) => (
          <path class={tie.supports.includes(support) ? 'eco-arc on' : 'eco-arc'} d={ARCS[support]} />
        ))}
        <g transform="translate(-7 -7)">
          <Icon name={icon} size={14} />
        </g>
      </g>
      <text class="eco-name">
        {label.lines.map((line, i) => (
          <tspan x={label.x} y={label.box.y + (i + 1) * LINE - 4}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** A third of the way round each, with room between: to be heard upper left, a hand upper right, an answer below. */
const ARCS: Record<Support, string> = {
  emotional: arc(188, 262),
  practical: arc(278, 352),
  informational: arc(38, 142),
};

function arc(from: number, to: number): string {
  const at = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${(13.4 * Math.cos(angle)).toFixed(2)} ${(13.4 * Math.sin(angle)).toFixed(2)}`;
  };
  return `M${at(from)}A13.4 13.4 0 0 1 ${at(to)}`;
}

/** What the signs of the picture mean. */
export function Legend({ page }: { page: Page }) {
  const { t } = page;
  return (
    <ul class="eco-legend">
      {(['family', 'peer', 'circle', 'online', 'professional'] as const).map((kind) => (
        <li>
          <Kind page={page} kind={kind} />
        </li>
      ))}
      {(['warm', 'plain', 'strained'] as const).map((feeling) => (
        <li>
          <Sample feeling={feeling} flow={null} /> {t(`ecomap.feeling.${feeling}`)}
        </li>
      ))}
      {(['received', 'given'] as const).map((flow) => (
        <li>
          <Sample feeling="plain" flow={flow} /> {t(`ecomap.legend.${flow}`)}
        </li>
      ))}
      <li>
        <svg class="eco-map sample" viewBox="-17 -17 34 34" width="34" height="34" aria-hidden="true">
          <g class="eco-mark gold">
            <circle class="eco-disc" r="15" />
            <circle class="eco-tint" r="11.2" />
            {SUPPORTS.map((support) => (
              <path class="eco-arc on" d={ARCS[support]} />
            ))}
          </g>
        </svg>
        {t('ecomap.legend.arcs')}
      </li>
      <li>{t('ecomap.legend.ring')}</li>
    </ul>
  );
}

function Sample({ feeling, flow }: { feeling: Tie['feeling']; flow: Tie['flow'] }) {
  const { path, heads } = lineOf({ x: -27, y: 12 }, { x: 71, y: 12 }, feeling, flow);
  return (
    <svg class="eco-map sample" viewBox="0 0 58 24" width="58" height="24" aria-hidden="true">
      <g class={`eco-line ${feeling}`}>
        <path d={path} />
        {heads.map((head) => (
          <path class="eco-head" d={head} />
        ))}
      </g>
    </svg>
  );
}
