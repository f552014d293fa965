import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vite'

/** Larger parts of single screens are not loaded ahead of their first use. */
const largestAhead = 300_000

// What the build keeps for itself, and what the system reads by itself to install the app.
const notAhead = /^\/\.|^\/service-worker\.js$|\.(png|webmanifest)$/

/** Builds the service worker once the app is written, and tells it the files of this version. */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  writeBundle: {
    sequential: true,
    order: 'post',
    async handler({ dir = '' }) {
      const page = readFileSync(join(dir, 'index.html'), 'utf8')
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dir.length).replaceAll('\\', '/'))
        .filter((path) => !notAhead.test(path))
        .toSorted()
      const content = (path: string) => readFileSync(join(dir, path))
      const ahead = files.filter((path) => page.includes(path) || content(path).length <= largestAhead)
      const hash = createHash('sha256')
      for (const path of ahead) hash.update(`${path}\0`).update(content(path))
      const { outputFiles } = await build({
        entryPoints: [join(import.meta.dirname, 'src/service-worker/main.ts')],
        bundle: true,
        write: false,
        minify: true,
        format: 'iife',
        target: 'es2022',
        define: {
          appVersion: JSON.stringify(hash.digest('hex').slice(0, 12)),
          appFiles: JSON.stringify(ahead),
        },
      })
      writeFileSync(join(dir, 'service-worker.js'), outputFiles[0]?.contents ?? '')
    },
  },
})
