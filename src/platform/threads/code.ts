import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Begins the thread of a file named `…-thread.ts`. The build puts such files beside the server, each whole in itself;
 * run from source, it is put together here the first time it is asked for.
 */
export async function begin(file: URL, options: WorkerOptions): Promise<Worker> {
  const built = new URL(file.href.replace(/\.ts$/, '.js'));
  if (!existsSync(file)) return new Worker(built, options);
  return new Worker(await fromSource(fileURLToPath(file)), { ...options, eval: true });
}

const made = new Map<string, Promise<string>>();

function fromSource(file: string): Promise<string> {
  const code = made.get(file) ?? put(file);
  made.set(file, code);
  return code;
}

async function put(file: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  });
  return outputFiles[0]!.text;
}
