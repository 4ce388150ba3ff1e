import { resolve } from 'node:path';
import { z } from 'zod';

/** How to reach an Orthanc: its base URL without a slash at the end, and the headers that let us in. */
export interface OrthancAccess {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Config {
  readonly host: string;
  /** 0: the system chooses. */
  readonly port: number;
  /** Names, beside `host` and those of the loopback, under which a reverse proxy makes the bridge known. */
  readonly publicHosts: readonly string[];
  /** The header in which that reverse proxy names the user, in small letters; null: the audit names nobody. */
  readonly actorHeader: string | null;
  /** Holds keys, jobs and the embedded Orthanc's storage. */
  readonly dataFolder: string;
  /** Of PostgreSQL; null: PGlite in the data folder. */
  readonly databaseUrl: string | null;
  /** Whether the bridge works on jobs itself; otherwise workers do. */
  readonly works: boolean;
  /** Null: the embedded one is started. */
  readonly orthanc: OrthancAccess | null;
  /** Whether a new embedded Orthanc gets the demo studies. */
  readonly demoStudies: boolean;
  readonly logLevel: string;
}

const HeaderLine = z
  .string()
  .regex(/^[A-Za-z0-9-]+: *\S.*$/, 'must look like "Name: value"')
  .transform((line) => {
    const colon = line.indexOf(':');
    return { [line.slice(0, colon)]: line.slice(colon + 1).trim() };
  });

const withoutCredentials = (url: string): boolean => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

const Environment = z
  .object({
    // Loopback by default: whoever opens it to a network puts a reverse proxy with authentication before it.
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    PUBLIC_HOSTS: z
      .string()
      .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
      .default([]),
    ACTOR_HEADER: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header')
      .optional(),
    PSEUDONYMIZE_DATA: z.string().default('.data'),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: 'must be an address that begins with postgresql://' })
      .optional(),
    BRIDGE_WORKS: z.enum(['yes', 'no']).default('yes'),
    ORTHANC_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
      .refine(withoutCredentials, 'must not hold credentials: use ORTHANC_USER and ORTHANC_PASSWORD')
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    ORTHANC_USER: z.string().optional(),
    ORTHANC_PASSWORD: z.string().optional(),
    ORTHANC_TOKEN_HEADER: HeaderLine.optional(),
    DEMO_STUDIES: z.enum(['yes', 'no']).default('yes'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  })
  .refine((set) => (set.ORTHANC_USER === undefined) === (set.ORTHANC_PASSWORD === undefined), {
    path: ['ORTHANC_USER'],
    message: 'and ORTHANC_PASSWORD belong together',
  })
  .refine((set) => set.BRIDGE_WORKS === 'yes' || set.DATABASE_URL !== undefined, {
    path: ['BRIDGE_WORKS'],
    message: 'can be no only with DATABASE_URL, which other workers share',
  })
  .refine(
    (set) => set.ORTHANC_URL !== undefined || (set.ORTHANC_USER ?? set.ORTHANC_TOKEN_HEADER) === undefined,
    {
      path: ['ORTHANC_URL'],
      message: 'is missing, but credentials for it are set',
    },
  );

/** Basic authentication (RFC 7617). */
export const basicAuthorization = (user: string, password: string): Readonly<Record<string, string>> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/**
 * The configuration, from environment variables alone; an empty variable counts as none.
 *
 * @throws Error in one line that names the variable
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => [...path, message].join(' '));
    throw new Error(`The configuration is not valid: ${issues.join('; ')}.`);
  }
  const { ORTHANC_URL, ORTHANC_USER, ORTHANC_PASSWORD, ORTHANC_TOKEN_HEADER, ...rest } = parsed.data;
  const credentials =
    ORTHANC_USER === undefined || ORTHANC_PASSWORD === undefined
      ? {}
      : basicAuthorization(ORTHANC_USER, ORTHANC_PASSWORD);
  return {
    host: rest.HOST,
    port: rest.PORT,
    publicHosts: rest.PUBLIC_HOSTS,
    actorHeader: rest.ACTOR_HEADER?.toLowerCase() ?? null,
    dataFolder: resolve(rest.PSEUDONYMIZE_DATA),
    databaseUrl: rest.DATABASE_URL ?? null,
    works: rest.BRIDGE_WORKS === 'yes',
    orthanc:
      ORTHANC_URL === undefined
        ? null
        : { url: ORTHANC_URL, headers: { ...credentials, ...ORTHANC_TOKEN_HEADER } },
    demoStudies: rest.DEMO_STUDIES === 'yes',
    logLevel: rest.LOG_LEVEL,
  };
};
