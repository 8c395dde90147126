import { readFile } from 'node:fs/promises';
import { Misuse } from '../command.ts';

/** The whole of what --in FILE names; - is standard input. Throws Misuse in one line. */
export async function bytesOf(file: string): Promise<Buffer> {
  try {
    if (file !== '-') return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Misuse(`--in ${file} cannot be read: ${WHY[code ?? ''] ?? message}.`);
  }
}

const WHY: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
};
