import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureBuild, ensureDependencies, root } from './ensure.mjs'

checkNode()
ensureDependencies()
ensureBuild()
await import(pathToFileURL(join(root, 'dist/server/cli.js')).href)
