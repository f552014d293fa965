import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileStorage } from './storage.ts'

/** Keeps files in a folder. A file is written beside its place and moved there when complete. */
export function createDiskStorage(folder: string): FileStorage {
  const pathOf = (key: string): string => {
    const path = normalize(join(folder, key))
    if (!path.startsWith(folder + sep)) throw new Error('file key leaves the folder')
    return path
  }
  return {
    put: async (key, content) => {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.partial`
      try {
        await pipeline(content, createWriteStream(partial, { mode: 0o600, flush: true }))
        await rename(partial, path)
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    get: async (key) => {
      const handle = await open(pathOf(key), 'r')
      return createReadStream('', { fd: handle })
    },
    delete: (key) => rm(pathOf(key), { force: true }),
    check: async () => {
      const probe = join(folder, '.probe')
      await mkdir(folder, { recursive: true })
      await writeFile(probe, 'ok')
      await rm(probe)
    },
  }
}
