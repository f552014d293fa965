import { defineModule, fill, type NamedTable, namedTablesHook } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { identityPermissions, teamDeleted, userDeactivated, userJoined } from '../contract/index.ts'
import { adminRoutes } from './admin-routes.ts'
import { cleanUpSignInJob } from './cleanup.ts'
import { identityErrors } from './errors.ts'
import { identityMigrations } from './migrations/index.ts'
import { ownRoutes } from './own-routes.ts'
import { publicRoutes } from './public-routes.ts'

export const identityModule = defineModule({
  name: 'identity',
  texts: { fa, en },
  permissions: identityPermissions,
  errors: identityErrors,
  events: [userJoined, userDeactivated, teamDeleted],
  routes: [...publicRoutes, ...ownRoutes, ...adminRoutes],
  migrations: identityMigrations,
  schemas: ['auth'],
  jobs: [cleanUpSignInJob],
  extends: [
    fill(
      namedTablesHook,
      async (): Promise<NamedTable[]> => [
        { type: 'user', table: 'users', name: 'name' },
        { type: 'team', table: 'teams', name: 'name' },
      ],
    ),
  ],
})
