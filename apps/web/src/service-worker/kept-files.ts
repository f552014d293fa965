/** Written by the build: a name of this version, and the files that make it (`service-worker-plugin.ts`). */
declare const appVersion: string
declare const appFiles: readonly string[]

const prefix = 'app-'
const cacheName = prefix + appVersion
const page = '/index.html'

/** Puts this version's files into a cache of its own; those that the last version has too are not loaded again. */
export async function keepAppFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  await Promise.all(
    appFiles.map(async (path) => {
      const known = isNamedByContent(path) ? await caches.match(path) : undefined
      // Around the browser's own cache, which may still have an older page.
      const response = known ?? (await fetch(path, { cache: isNamedByContent(path) ? 'default' : 'reload' }))
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      await cache.put(path, response)
    }),
  )
}

export async function forgetOldVersions(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  )
}

/** Every address that is a screen is the same page. */
export async function keptPage(request: Request): Promise<Response> {
  return (await (await caches.open(cacheName)).match(page)) ?? fetch(request)
}

/** A file of the program; parts too large to load ahead are kept once they were needed. */
export async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok && isNamedByContent(new URL(request.url).pathname))
    await cache.put(request, response.clone())
  return response
}

const isNamedByContent = (path: string) => path.startsWith('/assets/')
