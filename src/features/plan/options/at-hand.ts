import type { HelplineShown } from '../../helplines/index.ts';

/** The two under every plan: one for a crisis, and one to talk to before it is one, for grief or for how she is. */
export function linesAtHand(lines: HelplineShown[], grieving: boolean): HelplineShown[] {
  const calm = lines.filter((line) => !line.emergency);
  const concern = grieving ? 'loss' : 'mood';
  const crisis = calm.find((line) => line.crisis) ?? calm[0];
  const talk =
    calm.find((line) => line !== crisis && !line.crisis && line.for.includes(concern)) ??
    calm.find((line) => line !== crisis);
  return [crisis, talk].filter((line) => line !== undefined);
}
