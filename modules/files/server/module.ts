import { en } from '@peyvand/files/contract/en'
import { fa } from '@peyvand/files/contract/fa'
import { defineModule } from '@peyvand/platform/server'
import { cleanUpFilesJob } from './clean-up.ts'
import { filesTables } from './migrations/20261122T0910-files.ts'
import { filesRoutes } from './routes.ts'

export const filesModule = defineModule({
  name: 'files',
  texts: { fa, en },
  errors: { 'files.missing': 400, 'files.empty': 400, 'files.notUploaded': 400 },
  migrations: [filesTables],
  routes: filesRoutes,
  jobs: [cleanUpFilesJob],
  storedFiles: `select storage_key as key, type from files where state = 'ready'`,
})
