import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { projectFile } from '../../src/platform/config/paths.ts';

/** One thing that was measured. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** The budget: the value may not be over `most`, or under `least`. */
  most?: number;
  least?: number;
  note?: string;
}

/** Whether a figure keeps to its budget; undefined when it has none. */
export function keeps({ value, most, least }: Figure): boolean | undefined {
  if (most === undefined && least === undefined) return undefined;
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
}

/** Measures, prints the figures and keeps them in bench/results. A budget missed is told, and is no failure. */
export async function report(name: string, measure: () => Promise<Figure[]>): Promise<void> {
  const busy = loadavg()[0];
  const started = Date.now();
  const figures = await measure();
  print(figures);
  const folder = projectFile('bench', 'results');
  mkdirSync(folder, { recursive: true });
  const told = {
    name,
    command: `npm run bench ${name}`,
    date: new Date(started).toISOString(),
    seconds: Math.round((Date.now() - started) / 1000),
    machine: machine(),
    /** Processes wanting a core before we began: well over 0 means that others disturbed the measuring. */
    loadBefore: busy,
    loadAfter: loadavg()[0],
    figures,
  };
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(told, null, 2)}\n`);
}

function machine() {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim(),
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
  };
}

function print(figures: Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    `${rounded(figure.value)} ${figure.unit}`,
    budget(figure),
    { true: 'kept', false: 'MISSED', undefined: '' }[String(keeps(figure)) as 'true'],
    figure.note ?? '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const line = row.map((cell, column) =>
      column === 1 ? cell.padStart(widths[1]!) : cell.padEnd(widths[column] ?? 0),
    );
    console.log(`  ${line.join('  ').trimEnd()}`);
  }
}

function budget({ most, least, unit }: Figure): string {
  if (most !== undefined) return `≤ ${most} ${unit}`;
  return least === undefined ? '' : `≥ ${least} ${unit}`;
}

const rounded = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** The middle one. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
