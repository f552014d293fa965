import type { JobRun } from '@peyvand/platform/server'

/** A table that grew this many fold is planned for anew. */
const fold = 3
const fewRows = 300

/**
 * Brings the statistics of growing tables up to date: a statement planned while its table was nearly empty goes on
 * reading it whole. Answers a function that is told how many rows were written; tables that are large already are
 * left to the database's own rounds.
 */
export function statisticsKeeper(job: JobRun, tables: readonly string[]): (rows: number) => Promise<void> {
  let due: Map<string, number> | null = null
  let written = 0
  return async (rows) => {
    written += rows
    due ??= await rowsUntilDue(job, tables)
    const grown = [...due].flatMap(([table, at]) => (written >= at ? [table] : []))
    if (grown.length === 0) return
    await job.app.ownerPool.query(`analyze ${grown.join(', ')}`)
    for (const table of grown) due.set(table, written * (1 + fold))
  }
}

/** Table → rows that may be written until it is due, by what the planner has in mind of it. */
async function rowsUntilDue(job: JobRun, tables: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await job.app.ownerPool.query<{ name: string; rows: number }>(
    `select name, c.reltuples::float8 as rows from unnest($1::text[]) as name
     join pg_class c on c.oid = name::regclass`,
    [tables],
  )
  return new Map(rows.map(({ name, rows }) => [name, Math.max(rows, fewRows) * fold]))
}
