import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Solved {
  /** Of processor time. */
  seconds: number;
  total: number;
}

const SCRIPT = `
import sys, time, json, numpy, scipy
from scipy.optimize import linear_sum_assignment
side = int(sys.argv[2])
scores = numpy.fromfile(sys.argv[1]).reshape(side, side)
began = time.process_time()
rows, columns = linear_sum_assignment(scores, maximize=True)
spent = time.process_time() - began
print(json.dumps({"seconds": spent, "total": float(scores[rows, columns].sum()), "version": scipy.__version__}))
`;

/** SciPy's linear_sum_assignment (compiled C++) on a square of scores; null where python3-scipy is not installed. */
export function scipy(scores: Float64Array, side: number): (Solved & { version: string }) | null {
  const folder = mkdtempSync(join(tmpdir(), 'scipy-'));
  try {
    const file = join(folder, 'scores');
    writeFileSync(file, Buffer.from(scores.buffer, scores.byteOffset, scores.byteLength));
    for (const python of ['/usr/bin/python3', 'python3']) {
      const ran = spawnSync(python, ['-c', SCRIPT, file, String(side)], { encoding: 'utf8' });
      if (ran.status === 0) return JSON.parse(ran.stdout);
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
