import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { StartupError } from './startup-error.ts'

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
const flag = z.enum(['0', '1']).transform((value) => value === '1')
const webUrl = z.url({ protocol: /^https?$/, error: 'must be a web address like https://crm.example.com' })
const roles = ['all', 'web', 'worker'] as const
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every setting of the environment; docs/how-to/settings.md explains each. An empty value counts as absent. */
const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3100),
  PEYVAND_PUBLIC_URL: webUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
  PEYVAND_TRUST_PROXY: flag.default(false),
  PEYVAND_INSIDE_HOSTS: z.string().default(''),
  PEYVAND_ROLE: z.enum(roles).default('all'),
  PEYVAND_DATA_DIR: z.string().default('./var'),
  PEYVAND_SECRET_KEY_FILE: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  DATABASE_APP_URL: databaseUrl.optional(),
  PEYVAND_ALLOW_SINGLE_ROLE: flag.default(false),
  PEYVAND_DATABASE_POOL: z.coerce.number('must be a number').int().min(2).max(1000).default(10),
  PEYVAND_BACKUP_DIR: z.string().optional(),
  PEYVAND_BACKUP_AT: z
    .union([
      z.literal('off'),
      z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 02:30, or off'),
    ])
    .default('02:30'),
  PEYVAND_BACKUP_KEEP: z.coerce.number('must be a number').int().min(1).max(1000).default(14),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: webUrl.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: flag.default(false),
  PEYVAND_SETUP_FIRM: z.string().optional(),
  PEYVAND_SETUP_EMAIL: z.email('must be an e-mail address').optional(),
  PEYVAND_SETUP_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  PEYVAND_SETUP_LOCALE: z.enum(['fa', 'en']).default('fa'),
  LOG_LEVEL: z.enum(logLevels).default('info'),
})

/** Names of all settings, for the test that the documentation names each. */
export const settingNames = Object.keys(Environment.shape)

export type Settings = {
  host: string
  port: number
  /** Where users reach the program, without a slash at the end. */
  publicUrl: string
  trustProxy: boolean
  /** Hosts of the own network that firms may have the program call, in lower case. */
  insideHosts: string[]
  role: (typeof roles)[number]
  /** Absolute. */
  dataDir: string
  secretKeyFile: string
  /** Absent: the embedded database. */
  database?: { url: string; directUrl?: string; appUrl?: string }
  allowSingleRole: boolean
  databasePool: number
  backup: {
    /** Absolute. */
    folder: string
    /** Time of day of this machine, `HH:MM`; null for never. */
    at: string | null
    /** How many nightly backups stay. */
    keep: number
  }
  /** Absent: files are kept in the data folder. */
  s3?: {
    bucket: string
    endpoint?: string
    region: string
    accessKeyId?: string
    secretAccessKey?: string
    forcePathStyle: boolean
  }
  /** The first firm, made at start when none exists. */
  setup?: { firm: string; email: string; password: string; locale: 'fa' | 'en' }
  logLevel: (typeof logLevels)[number]
}

/**
 * Reads the settings. `--role=web|worker|all` among the arguments overrides PEYVAND_ROLE.
 * All faults together make one StartupError `settings.invalid`.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env, args: string[] = []): Settings {
  const role = args.find((arg) => arg.startsWith('--role='))?.slice('--role='.length)
  const given = { ...env, ...(role !== undefined && { PEYVAND_ROLE: role }) }
  const values = Environment.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim() !== '')),
  )
  if (!values.success)
    throw invalid(values.error.issues.map((issue) => ({ name: String(issue.path[0]), fault: issue.message })))
  const e = values.data
  const faults = belongTogether(e)
  if (faults.length) throw invalid(faults)

  const dataDir = resolve(e.PEYVAND_DATA_DIR)
  return {
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PEYVAND_PUBLIC_URL ?? localAddress(e.HOST, e.PORT),
    trustProxy: e.PEYVAND_TRUST_PROXY,
    insideHosts: e.PEYVAND_INSIDE_HOSTS.toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    role: e.PEYVAND_ROLE,
    dataDir,
    secretKeyFile: resolve(e.PEYVAND_SECRET_KEY_FILE ?? join(dataDir, 'secret.key')),
    ...(e.DATABASE_URL && {
      database: {
        url: e.DATABASE_URL,
        ...(e.DATABASE_DIRECT_URL && { directUrl: e.DATABASE_DIRECT_URL }),
        ...(e.DATABASE_APP_URL && { appUrl: e.DATABASE_APP_URL }),
      },
    }),
    allowSingleRole: e.PEYVAND_ALLOW_SINGLE_ROLE,
    databasePool: e.PEYVAND_DATABASE_POOL,
    backup: {
      folder: resolve(e.PEYVAND_BACKUP_DIR ?? join(dataDir, 'backups')),
      at: e.PEYVAND_BACKUP_AT === 'off' ? null : e.PEYVAND_BACKUP_AT,
      keep: e.PEYVAND_BACKUP_KEEP,
    },
    ...(e.S3_BUCKET && {
      s3: {
        bucket: e.S3_BUCKET,
        region: e.S3_REGION,
        forcePathStyle: e.S3_FORCE_PATH_STYLE,
        ...(e.S3_ENDPOINT && { endpoint: e.S3_ENDPOINT }),
        ...(e.S3_ACCESS_KEY_ID && { accessKeyId: e.S3_ACCESS_KEY_ID }),
        ...(e.S3_SECRET_ACCESS_KEY && { secretAccessKey: e.S3_SECRET_ACCESS_KEY }),
      },
    }),
    ...(e.PEYVAND_SETUP_FIRM &&
      e.PEYVAND_SETUP_EMAIL &&
      e.PEYVAND_SETUP_PASSWORD && {
        setup: {
          firm: e.PEYVAND_SETUP_FIRM,
          email: e.PEYVAND_SETUP_EMAIL,
          password: e.PEYVAND_SETUP_PASSWORD,
          locale: e.PEYVAND_SETUP_LOCALE,
        },
      }),
    logLevel: e.LOG_LEVEL,
  }
}

/**
 * The key that encrypts secrets at rest and derives passwords: 32 bytes. Made on the first start, readable by this
 * account alone. A file that holds less is refused.
 */
export function readSecretKey(path: string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    try {
      writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      // Another process of the program made it in this moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length < 32)
    throw new StartupError('settings.secretKey', {
      en: `${path} does not hold a key: it needs at least 32 random bytes in base64 (openssl rand -base64 32).`,
      fa: `در پروندهٔ ${path} کلیدی نیست: دست‌کم ۳۲ بایت تصادفی به شکل base64 لازم است (openssl rand -base64 32).`,
    })
  chmodSync(path, 0o600)
  return key
}

type Fault = { name: string; fault: string }

function belongTogether(e: z.infer<typeof Environment>): Fault[] {
  const faults: Fault[] = []
  const setup = ['PEYVAND_SETUP_FIRM', 'PEYVAND_SETUP_EMAIL', 'PEYVAND_SETUP_PASSWORD'] as const
  if (setup.some((name) => e[name]))
    for (const name of setup)
      if (!e[name]) faults.push({ name, fault: `needed with the other ${setup.join(', ')}` })
  for (const name of ['DATABASE_DIRECT_URL', 'DATABASE_APP_URL'] as const)
    if (e[name] && !e.DATABASE_URL) faults.push({ name, fault: 'needs DATABASE_URL' })
  if (!e.S3_BUCKET && (e.S3_ENDPOINT || e.S3_ACCESS_KEY_ID))
    faults.push({ name: 'S3_BUCKET', fault: 'is missing' })
  if (!e.S3_ACCESS_KEY_ID !== !e.S3_SECRET_ACCESS_KEY)
    faults.push({ name: 'S3_ACCESS_KEY_ID', fault: 'needed together with S3_SECRET_ACCESS_KEY' })
  return faults
}

function localAddress(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function invalid(faults: Fault[]) {
  const lines = faults.map(({ name, fault }) => `  ${name}: ${fault}`).join('\n')
  return new StartupError('settings.invalid', {
    en: `Some settings are wrong:\n${lines}\nSee docs/how-to/settings.md.`,
    fa: `این تنظیم‌ها درست نیست:\n${lines}\nشرح هر یک در docs/how-to/settings.md آمده است.`,
  })
}
