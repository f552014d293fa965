import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureBuild, ensureDependencies, root } from './ensure.mjs'

checkNode()
ensureDependencies()
ensureBuild()
// In this process, so that signals and exit status need no go-between.
await import(pathToFileURL(join(root, 'dist/server/main.js')).href)
