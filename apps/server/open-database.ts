import {
  connectOrStartEmbeddedPostgres,
  type DatabaseRoles,
  findingsError,
  prepareDatabase,
  startEmbeddedPostgres,
  testDatabase,
  withClient,
} from '@peyvand/platform/database'
import { readSecretKey, type Settings } from '@peyvand/platform/settings'
import type { Logger } from 'pino'

export interface OpenDatabase {
  roles: DatabaseRoles
  secretKey: Buffer
  /** Tells others on this data folder where the program answers. */
  announce(address: string): void
  close(): Promise<void>
}

interface Options {
  settings: Settings
  log: Logger
  /** Use the database of a program that runs already, as the command line does. */
  join?: boolean
  onLost?: (error: unknown) => void
}

/**
 * Opens the firm's database: the embedded one, started here or joined, or the one that DATABASE_URL names.
 * Prepares its roles and proves that Persian search and sorting work.
 * @throws StartupError with the reason and the mend in both languages.
 */
export async function openDatabase({ settings, log, join = false, onLost }: Options): Promise<OpenDatabase> {
  const secretKey = readSecretKey(settings.secretKeyFile)
  const { database } = settings
  const options = { dataDir: settings.dataDir, log, ...(onLost ? { onLost } : {}) }
  const embedded = database
    ? undefined
    : await (join ? connectOrStartEmbeddedPostgres(options) : startEmbeddedPostgres(options))
  try {
    const ownerConfig = embedded?.ownerConfig ?? { connectionString: database?.url }
    const roles = await prepareDatabase({
      ownerConfig: ownerConfig as NonNullable<typeof embedded>['ownerConfig'],
      secretKey,
      allowSingleRole: settings.allowSingleRole,
      ...(database?.directUrl ? { directConfig: { connectionString: database.directUrl } } : {}),
      ...(database?.appUrl ? { appUrl: database.appUrl } : {}),
    })
    await withClient(roles.owner, async (client) => {
      const failure = findingsError(await testDatabase(client))
      if (failure) throw failure
    })
    return {
      roles,
      secretKey,
      announce: (address) => embedded?.announce(address),
      close: async () => embedded?.stop(),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
