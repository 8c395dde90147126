import { pino } from 'pino';
import type { Config } from '../config/config.ts';

export type Log = ReturnType<typeof makeLog>;

/** One JSON line an event. Never a name, an address, a text, an IP: ids of requests and routes only. */
export const makeLog = (level: Config['logLevel']) =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
