import type { DatabaseRoles, Finding } from '@peyvand/platform/database'
import { migrationsOf } from '@peyvand/platform/server'
import type pg from 'pg'
import { modules } from '../modules.ts'

const lateAfterSeconds = 300

export function examineRoles({ singleRole }: DatabaseRoles): Finding {
  return {
    code: 'database.roles',
    ok: !singleRole,
    message: singleRole
      ? {
          fa: 'برنامه تنها یک نقش در پایگاه داده دارد، پس جدایی شرکت‌ها را تنها خود برنامه نگه می‌دارد؛ به مالک CREATEROLE بدهید و PEYVAND_ALLOW_SINGLE_ROLE را بردارید.',
          en: 'The program has one database role only, so nothing but the program itself keeps firms apart; give the owner CREATEROLE and remove PEYVAND_ALLOW_SINGLE_ROLE.',
        }
      : { fa: 'پایگاه داده شرکت‌ها را از هم جدا نگه می‌دارد', en: 'the database keeps firms apart' },
  }
}

/** Steps of the schema that are still to come, or that only a newer program knows. */
export async function examineMigrations(client: pg.ClientBase): Promise<Finding> {
  const code = 'database.migrations'
  const known = new Set(migrationsOf(modules).map(({ id }) => id))
  const applied = new Set(
    await rowsOf<{ id: string }>(client, 'schema_migrations', 'select id from schema_migrations').then(
      (rows) => rows.map(({ id }) => id),
    ),
  )
  const pending = [...known].filter((id) => !applied.has(id))
  const newer = [...applied].filter((id) => !known.has(id))
  if (newer.length > 0) {
    return {
      code,
      ok: false,
      message: {
        fa: `این پایگاه داده را نسخهٔ تازه‌تری از پیوند ساخته است (${newer.join('، ')})؛ همان نسخه را اجرا کنید.`,
        en: `A newer version of Peyvand made this database (${newer.join(', ')}); start that version.`,
      },
    }
  }
  return {
    code,
    ok: pending.length === 0 || applied.size === 0,
    message:
      pending.length === 0
        ? { fa: 'ساختار پایگاه داده به‌روز است', en: 'the schema is up to date' }
        : {
            fa: `${pending.length} گام از ساختار پایگاه داده مانده است؛ اجرای برنامه (npm start) آن را کامل می‌کند.`,
            en: `${pending.length} steps of the schema are still to come; starting the program (npm start) takes them.`,
          },
  }
}

/** Whether the queue is worked on and nothing in it has given up. */
export async function examineJobs(client: pg.ClientBase): Promise<Finding> {
  const code = 'jobs'
  const [jobs] = await rowsOf<{ waits: number; gaveUp: number }>(
    client,
    'graphile_worker._private_jobs',
    `select coalesce(extract(epoch from now() - min(run_at) filter (
              where run_at < now() and locked_at is null and attempts < max_attempts)), 0)::int as waits,
            (count(*) filter (where attempts >= max_attempts))::int as "gaveUp"
     from graphile_worker._private_jobs`,
  )
  const { waits, gaveUp } = jobs ?? { waits: 0, gaveUp: 0 }
  if (waits > lateAfterSeconds) {
    return {
      code,
      ok: false,
      message: {
        fa: `قدیمی‌ترین کار ${waits} ثانیه است که منتظر مانده است؛ برنامه را با نقش worker یا all اجرا کنید.`,
        en: `The oldest job has waited ${waits} seconds; run the program with the role worker or all.`,
      },
    }
  }
  return {
    code,
    ok: gaveUp === 0,
    message:
      gaveUp === 0
        ? { fa: 'کارها عقب نمانده است', en: 'no job is late' }
        : {
            fa: `${gaveUp} کار پس از چند تلاش رها شده است؛ علت هر یک در ستون last_error جدول graphile_worker._private_jobs است.`,
            en: `${gaveUp} jobs have given up; why stands in last_error of graphile_worker._private_jobs.`,
          },
  }
}

/** No rows where the table is not made yet: a database that never met the program. */
async function rowsOf<T extends pg.QueryResultRow>(
  client: pg.ClientBase,
  table: string,
  text: string,
): Promise<T[]> {
  const { rows } = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [
    table,
  ])
  return rows[0]?.exists ? (await client.query<T>(text)).rows : []
}
