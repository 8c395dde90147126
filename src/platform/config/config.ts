import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

/** A number of the environment: blank counts as not set. */
const blank = (value: unknown) => (value === '' ? undefined : value);
const url = z.preprocess(blank, z.url().optional());

const Environment = z.object({
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(blank, z.string().default('0.0.0.0')),
  DATA_DIR: z.preprocess(blank, z.string().default('data')),
  PUBLIC_URL: url,
  DATABASE_URL: z.preprocess(blank, z.string().startsWith('postgres').optional()),
  DATABASE_OWNER_URL: z.preprocess(blank, z.string().startsWith('postgres').optional()),
  DATABASE_POOLER: z.preprocess(blank, z.enum(['none', 'transaction']).default('none')),
  DATABASE_CONNECTIONS: z.preprocess(blank, z.coerce.number().int().min(2).max(200).default(10)),
  SECRET: z.preprocess(blank, z.string().min(32).optional()),
  SMTP_URL: z.preprocess(blank, z.string().startsWith('smtp').optional()),
  MAIL_FROM: z.preprocess(blank, z.string().default('Porchlight <porchlight@localhost>')),
  SOURCE_URL: z.preprocess(blank, z.url({ protocol: /^https?$/ }).optional()),
  QUICK_EXIT_URL: z.preprocess(blank, z.url().default('https://www.weather.gov/')),
  TRUST_PROXY: z.preprocess(blank, z.stringbool().default(false)),
  PUSH_ALLOW: z.preprocess(blank, z.string().default('')),
  LOG_LEVEL: z.preprocess(blank, z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')),
  PSEUDO_LOCALE: z.preprocess(blank, z.stringbool().default(false)),
});

/** Everything the server takes from outside, parsed once at boot. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** The address people type, without a trailing slash; null: taken from each request. */
  publicUrl: string | null;
  databaseUrl: string | null;
  databaseOwnerUrl: string | null;
  /** False behind pgbouncer in transaction mode, which cannot keep a named statement. */
  namedStatements: boolean;
  connections: number;
  /** Signs cookies and links, wraps keys; null: kept in `dataDir/secret`. */
  secret: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Where the source of this very server is to be had; null: by asking those who run it. */
  sourceUrl: string | null;
  quickExitUrl: string;
  trustProxy: boolean;
  /** Origins that push messages may go to although they are not public: for trying it out. */
  pushAllow: string[];
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  pseudoLocale: boolean;
  demo: boolean;
}

/**
 * Reads the environment and the command line.
 * @throws Error with one line a setting that does not fit
 */
export function readConfig(env: NodeJS.ProcessEnv, args: string[] = []): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings do not fit:\n  ${lines.join('\n  ')}`);
  }
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: isAbsolute(e.DATA_DIR) ? e.DATA_DIR : resolve(e.DATA_DIR),
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    databaseUrl: e.DATABASE_URL ?? null,
    databaseOwnerUrl: e.DATABASE_OWNER_URL ?? null,
    namedStatements: e.DATABASE_POOLER === 'none',
    connections: e.DATABASE_CONNECTIONS,
    secret: e.SECRET ?? null,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    sourceUrl: e.SOURCE_URL ?? null,
    quickExitUrl: e.QUICK_EXIT_URL,
    trustProxy: e.TRUST_PROXY,
    pushAllow: e.PUSH_ALLOW.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
    logLevel: e.LOG_LEVEL,
    pseudoLocale: e.PSEUDO_LOCALE,
    demo: args.includes('--demo'),
  };
}
