import { createPool } from '@peyvand/platform/server'
import type { Pool } from 'pg'
import type { OpenDatabase } from '../open-database.ts'

/** Runs with connections of the owner to a database that the program has not migrated yet. */
export async function openEmpty<T>(
  { roles }: OpenDatabase,
  run: (ownerPool: Pool, appRole: string) => Promise<T>,
): Promise<T> {
  const pool = createPool({ ...roles.owner, max: 4, pipeline: false }, { preparedStatements: false })
  try {
    return await run(pool, String(roles.app.user))
  } finally {
    await pool.end()
  }
}
