import { en } from '@peyvand/files/contract/en'
import { fa } from '@peyvand/files/contract/fa'
import { defineModule, fill, heldFilesHook, usableFilesHook } from '@peyvand/platform/server'
import { cleanUpFilesJob } from './clean-up.ts'
import { filesTables } from './migrations/20261122T0910-files.ts'
import { ownFieldFiles } from './migrations/20261123T0800-own-field-files.ts'
import { holdOwnFieldFiles, usableFiles } from './own-field-files.ts'
import { filesRoutes } from './routes.ts'

export const filesModule = defineModule({
  name: 'files',
  texts: { fa, en },
  errors: { 'files.missing': 400, 'files.empty': 400, 'files.notUploaded': 400 },
  migrations: [filesTables, ownFieldFiles],
  routes: filesRoutes,
  jobs: [cleanUpFilesJob],
  extends: [fill(usableFilesHook, usableFiles), fill(heldFilesHook, holdOwnFieldFiles)],
  storedFiles: `select storage_key as key, type from files where state = 'ready'`,
})
