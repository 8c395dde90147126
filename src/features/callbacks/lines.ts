import type { Ctx } from '../../platform/http/index.ts';
import { grouped, type HelplineShown, helplinesFor, whereAndWhat } from '../helplines/index.ts';

const FEW = 3;

/** Who answers now: somebody to talk to first, then for danger. A callback is no emergency line, and says so. */
export function fewLines(
  place: { country: string | null; region: string | null },
  locale: string,
): HelplineShown[] {
  const language = locale === 'es' ? 'es' : 'en';
  const { danger, talk } = grouped(helplinesFor({ ...place, language, now: new Date() }, ['mood']));
  const emergency = danger.filter(({ emergency }) => emergency);
  const others = [...danger.filter(({ emergency }) => !emergency), ...talk];
  return [...others.slice(0, FEW - 1), ...emergency, ...others.slice(FEW - 1)]
    .filter(({ ways }) => ways.length > 0)
    .slice(0, FEW);
}

/** The same for where she is herself. */
export async function linesAround(c: Ctx): Promise<HelplineShown[]> {
  const { country, region } = await whereAndWhat(c);
  return fewLines({ country, region }, c.get('page').locale);
}
