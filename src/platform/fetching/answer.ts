import type { IncomingMessage } from 'node:http';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export class TooBig extends Error {}
export class Unreadable extends Error {}

/**
 * Reads an answer's body to its end, unpacked. Neither what comes over the wire nor what it unpacks to may be longer
 * than `maxBytes`: a few packed kilobytes can be gigabytes.
 * @throws TooBig, Unreadable
 */
export async function readBytes(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw new TooBig();
  const unpacking = unpacker(answer.headers['content-encoding']);
  if (!unpacking) return gather(answer, maxBytes);
  answer.on('error', (error) => unpacking.destroy(error));
  try {
    return await gather(answer.pipe(unpacking), maxBytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw /^(Z_|ERR_)/.test(code) ? new Unreadable() : error;
  }
}

function unpacker(encoding: string | undefined) {
  switch ((encoding ?? 'identity').trim().toLowerCase()) {
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new Unreadable();
  }
}

async function gather(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > maxBytes) throw new TooBig();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
