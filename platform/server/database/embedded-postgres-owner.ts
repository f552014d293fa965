import pg from 'pg'
import { withClient } from './with-client.ts'

/** The role that owns the embedded database and migrates it. */
export const ownerName = 'peyvand_owner'

/**
 * Makes the owner's role and the database `peyvand` when they are missing. The owner may make roles, and trusted
 * extensions in its own database, but is no superuser. Costs one connection when all is there.
 */
export async function ensureOwner(configs: {
  ownerConfig: pg.ConnectionConfig & { password: string; database: string }
  superuserConfig: pg.ConnectionConfig
}): Promise<void> {
  const { ownerConfig, superuserConfig } = configs
  if (await canConnect(ownerConfig)) return
  await withClient(superuserConfig, async (superuser) => {
    const password = pg.escapeLiteral(ownerConfig.password)
    const roles = await superuser.query('SELECT FROM pg_roles WHERE rolname = $1', [ownerName])
    const verb = roles.rowCount ? 'ALTER' : 'CREATE'
    await superuser.query(`${verb} ROLE ${ownerName} LOGIN CREATEROLE NOSUPERUSER PASSWORD ${password}`)
    const databases = await superuser.query('SELECT FROM pg_database WHERE datname = $1', [
      ownerConfig.database,
    ])
    if (databases.rowCount) return
    await superuser.query(`CREATE DATABASE ${pg.escapeIdentifier(ownerConfig.database)} OWNER ${ownerName}`)
  })
  await withClient({ ...superuserConfig, database: ownerConfig.database }, (superuser) =>
    superuser.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements'),
  )
}

async function canConnect(config: pg.ConnectionConfig): Promise<boolean> {
  try {
    await withClient(config, async () => {})
    return true
  } catch (error) {
    // 28P01 wrong password, 28000 no such role, 3D000 no such database
    if (error instanceof pg.DatabaseError && ['28P01', '28000', '3D000'].includes(error.code ?? ''))
      return false
    throw error
  }
}
