import { canMeet, fits, suits } from './circle.ts';
import type { Seats } from './seats.ts';

/**
 * Where two may lead, whoever offered and has no circle in this round joins one that she suits: two are not alone with a
 * hard evening, and nobody who offered waits for nothing. It changes no total.
 */
export function addSeconds(seats: Seats): void {
  const { theirs, rules, together } = seats.table;
  if (rules.facilitators.most < 2) return;
  const leading = new Set(seats.circles.flatMap(({ team }) => team));
  theirs.forEach((one, lead) => {
    if (leading.has(lead) || !seats.hasRoom(lead)) return;
    const circle = seats.circles.find(
      (circle) =>
        circle.team.length === 1 &&
        suits(one, circle) &&
        together[lead * theirs.length + circle.team[0]!] === 1 &&
        circle.members.every((member) => fits(seats.table, { ...circle, team: [lead] }, member)) &&
        canMeet(seats.table, { ...circle, team: [...circle.team, lead] }, circle.members),
    );
    if (circle) seats.join(lead, circle);
  });
}
