import { directory } from '@peyvand/identity/server'
import { loadModulesForTests } from '@peyvand/platform/testing'
import { modules } from '../apps/server/modules.ts'

loadModulesForTests({ modules, directory })
