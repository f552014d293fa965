import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vite'

const root = join(import.meta.dirname, '../..')
const virtual = /^\0?virtual:texts\/(fa|en)\/(first|later)$/

/** Whose texts the first screen may show: the frame, what modules tell of themselves, the start page. */
const shownFirst =
  /^(apps\/web\/src|platform\/web)\/.+|^modules\/[\w-]+\/web\/((home|display|kinds|bell)\/.+|[\w-]+)$/

/**
 * Divides the texts of a language in two: those named in the sources of what is shown first, and the rest, which comes
 * beside the first screen. A key that this does not foresee is shown as soon as the rest is there.
 */
export const splitTexts = (): Plugin => ({
  name: 'split-texts',
  resolveId: (id) => (virtual.test(id) ? `\0${id.replace('\0', '')}` : null),
  async load(id) {
    const [, locale, part] = virtual.exec(id) ?? []
    if (!locale) return null
    const { texts, files } = await readTexts(locale)
    for (const file of files) this.addWatchFile(join(root, file))
    const isFirst = namedIn(sourcesShownFirst())
    const own = Object.entries(texts).filter(([key]) => isFirst(key) === (part === 'first'))
    return `export const texts = ${JSON.stringify(Object.fromEntries(own))}`
  },
})

async function readTexts(locale: string): Promise<{ texts: Record<string, string>; files: string[] }> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`apps/web/src/texts/${locale}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    charset: 'utf8',
  })
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  const { texts } = (await import(`data:text/javascript;base64,${code}`)) as { texts: Record<string, string> }
  return { texts, files: Object.keys(metafile.inputs) }
}

function sourcesShownFirst(): string {
  return ['apps/web/src', 'platform/web', 'modules']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file).replaceAll('\\', '/'),
      ),
    )
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/\/texts\//.test(file))
    .filter((file) => shownFirst.test(file.replace(/\.tsx?$/, '')))
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
}

/** Whether a source names a key: in whole, or by its beginning (`shell.theme.${id}`). */
function namedIn(sources: string): (key: string) => boolean {
  const whole = new Set([...sources.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
  const beginnings = [...sources.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)]
    .map(([, start = '']) => start)
    // Whatever fails does so after somebody has done something, and the server says most of it in words.
    .filter((start) => start !== 'error.')
  return (key) => whole.has(key) || beginnings.some((start) => key.startsWith(start))
}
