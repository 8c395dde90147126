/** What a help calendar may be for. */
export const OCCASIONS = ['birth', 'loss', 'bed-rest', 'nicu', 'illness', 'other'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What can be done for her. */
export const TASKS = [
  'meal',
  'childcare',
  'school-run',
  'laundry',
  'shopping',
  'company',
  'night-feed',
] as const;
export type Task = (typeof TASKS)[number];

/** Local hours, 'HH:MM'; one that ends before it begins ends on the next morning. */
export interface Hours {
  from: string;
  to: string;
}

/** When each is usually wanted, so that nobody has to say it. */
export const USUAL: Record<Task, Hours> = {
  meal: { from: '17:00', to: '19:00' },
  childcare: { from: '09:00', to: '12:00' },
  'school-run': { from: '07:30', to: '08:30' },
  laundry: { from: '10:00', to: '12:00' },
  shopping: { from: '10:00', to: '12:00' },
  company: { from: '14:00', to: '16:00' },
  'night-feed': { from: '22:00', to: '06:00' },
};

/** What is offered to choose from: after a loss nothing speaks of a baby. */
export const tasksFor = (occasion: Occasion): Task[] =>
  TASKS.filter((task) => occasion !== 'loss' || task !== 'night-feed');
