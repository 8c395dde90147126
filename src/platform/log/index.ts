import pg from 'pg';
import { type DestinationStream, pino } from 'pino';
import type { Config } from '../config/config.ts';

export type Log = ReturnType<typeof makeLog>;

/** One JSON line an event. Never a name, an address, a text, an IP: ids of requests and routes only. */
export const makeLog = (level: Config['logLevel'], to: DestinationStream = pino.destination(1)) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toldOf },
      errorKey: 'none', // else the message of `err` becomes the line's own, past the serializer
    },
    to,
  );

/** What may be told of an error. PostgreSQL's quote the row they refuse: of those, only where and which rule. */
function toldOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const at = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const because = cause === undefined ? {} : { cause: toldOf(cause) };
  if (!(error instanceof pg.DatabaseError)) return { type: name, message, at, ...because };
  const { code, schema, table, column, constraint, routine } = error;
  return { type: 'DatabaseError', code, schema, table, column, constraint, routine, at, ...because };
}
