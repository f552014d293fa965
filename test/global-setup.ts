import { createHash } from 'node:crypto'
import { migrateToLatest, migrationsOf } from '@peyvand/platform/server'
import { modules } from '../apps/server/modules.ts'
import { globalSetup } from '../platform/testing/global-setup.ts'

const version = createHash('sha256')
  .update(JSON.stringify(migrationsOf(modules)))
  .digest('hex')

export default globalSetup({
  version,
  migrate: async (ownerPool, roles) => {
    await migrateToLatest(ownerPool, modules, roles.app)
  },
})
