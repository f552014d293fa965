import pg from 'pg'
import type { BothLanguages } from '../startup-error.ts'
import { StartupError } from '../startup-error.ts'

/** One thing that the program needs of its database: found right or wrong, and how to mend it. */
export type Finding = { code: string; ok: boolean; message: BothLanguages }

type Check = {
  code: string
  /** Answers one row with `ok`, and with `found` for the text. */
  sql: string
  good: BothLanguages
  bad: (found: string) => BothLanguages
}

const oldestVersion = 150_000

const checks: Check[] = [
  {
    code: 'database.version',
    sql: `SELECT current_setting('server_version_num')::int >= ${oldestVersion} AS ok, current_setting('server_version') AS found`,
    good: { en: 'PostgreSQL is 15 or newer', fa: 'نسخهٔ PostgreSQL ۱۵ یا بالاتر است' },
    bad: (found) => ({
      en: `PostgreSQL is ${found}; 15 or newer is needed. Upgrade the server.`,
      fa: `نسخهٔ PostgreSQL ${found} است و به نسخهٔ ۱۵ یا بالاتر نیاز است. سرور پایگاه داده را ارتقا دهید.`,
    }),
  },
  {
    code: 'database.encoding',
    sql: `SELECT current_setting('server_encoding') = 'UTF8' AS ok, current_setting('server_encoding') AS found`,
    good: { en: 'the database stores UTF-8', fa: 'رمزگذاری پایگاه داده UTF-8 است' },
    bad: (found) => ({
      en: `The database is encoded in ${found} and cannot hold Persian text. Make a new one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
      fa: `رمزگذاری پایگاه داده ${found} است و متن فارسی در آن جا نمی‌گیرد. پایگاه دادهٔ تازه‌ای بسازید: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`,
    }),
  },
  {
    code: 'database.extensions',
    sql: `SELECT count(*) = 0 AS ok, string_agg(name, ', ') AS found FROM unnest(ARRAY['pg_trgm', 'btree_gin']) AS name
          WHERE name NOT IN (SELECT extname FROM pg_extension)`,
    good: { en: 'the extensions are there', fa: 'افزونه‌های لازم هست' },
    bad: (found) => ({
      en: `Extensions are missing: ${found}. Let the administrator run CREATE EXTENSION for each in this database.`,
      fa: `این افزونه‌ها نیست: ${found}. مدیر سرور باید برای هر یک CREATE EXTENSION را در همین پایگاه داده اجرا کند.`,
    }),
  },
  {
    code: 'database.persianSearch',
    sql: `SELECT similarity('کتاب', 'کتاب') = 1 AND cardinality(show_trgm('کتاب')) > 0 AS ok,
                 (SELECT datctype FROM pg_database WHERE datname = current_database()) AS found`,
    good: { en: 'search sees Persian letters', fa: 'جستجو حروف فارسی را می‌شناسد' },
    bad: (found) => {
      if (!found)
        return {
          en: 'Search could not be tested because pg_trgm is missing.',
          fa: 'جستجو آزموده نشد، چون افزونهٔ pg_trgm نیست.',
        }
      return {
        en: `Search does not see Persian letters: the database was made with the character type ${found}. Make a new one: CREATE DATABASE … LC_CTYPE 'C.UTF-8' LC_COLLATE 'C' ENCODING 'UTF8' TEMPLATE template0, and restore a backup into it.`,
        fa: `جستجو حروف فارسی را نمی‌شناسد، چون پایگاه داده با نوع نویسهٔ ${found} ساخته شده است. پایگاه دادهٔ تازه‌ای بسازید: CREATE DATABASE … LC_CTYPE 'C.UTF-8' LC_COLLATE 'C' ENCODING 'UTF8' TEMPLATE template0 و پشتیبان را در آن بازگردانید.`,
      }
    },
  },
  {
    code: 'database.persianOrder',
    sql: `SELECT ('ب' < 'پ' COLLATE "fa-x-icu" AND 'پ' < 'ت' COLLATE "fa-x-icu" AND 'و' < 'ه' COLLATE "fa-x-icu") AS ok, '' AS found`,
    good: { en: 'names sort in Persian order', fa: 'نام‌ها به ترتیب الفبای فارسی مرتب می‌شوند' },
    bad: () => ({
      en: `Names cannot be sorted in Persian order: the collation fa-x-icu is missing or sorts wrongly. Use a PostgreSQL built with ICU (the packages of Debian, Red Hat and postgresql.org are), and run: SELECT pg_import_system_collations('pg_catalog').`,
      fa: `مرتب‌سازی به ترتیب الفبای فارسی ممکن نیست، چون fa-x-icu در پایگاه داده نیست یا درست مرتب نمی‌کند. از PostgreSQL ساخته‌شده با ICU استفاده کنید و این را اجرا کنید: SELECT pg_import_system_collations('pg_catalog')`,
    }),
  },
]

/** Examines a database on the given connection; changes nothing. Used by start-up and by `doctor`. */
export async function testDatabase(client: pg.ClientBase): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(await run(client, check))
  return findings
}

/** The error that refuses to start on failed findings; undefined when all are well. */
export function findingsError(findings: Finding[]): StartupError | undefined {
  const failed = findings.filter((finding) => !finding.ok)
  const [first] = failed
  if (!first) return undefined
  const all = (language: keyof BothLanguages) => failed.map((finding) => finding.message[language]).join('\n')
  return new StartupError(first.code, { en: all('en'), fa: all('fa') })
}

async function run(client: pg.ClientBase, check: Check): Promise<Finding> {
  try {
    const { rows } = await client.query<{ ok: boolean; found: string | null }>(check.sql)
    const ok = rows[0]?.ok === true
    return { code: check.code, ok, message: ok ? check.good : check.bad(rows[0]?.found ?? '') }
  } catch (error) {
    // A missing function or collation is itself the finding; a lost connection is not.
    if (!(error instanceof pg.DatabaseError) || !/^(42|22)/.test(error.code ?? '')) throw error
    return { code: check.code, ok: false, message: check.bad('') }
  }
}
