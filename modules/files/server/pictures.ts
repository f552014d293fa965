import { badField, type Ctx } from '@peyvand/platform/server'
import { storedFile, visibleFile } from './files.ts'

const largestBytes = 5 * 1024 * 1024
/** Pictures that can be set into documents. */
const drawable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/**
 * Checks that what is to be printed is a picture the caller sees: PNG, JPEG, GIF or WebP of 5 MB at most.
 * @throws AppError badInput (400) at the field
 */
export async function requirePictures(ctx: Ctx, pictures: Record<string, string | null>): Promise<void> {
  for (const [path, id] of Object.entries(pictures)) {
    if (id === null) continue
    const file = await visibleFile(ctx, id)
      .then(() => storedFile(ctx, id))
      .catch(() => null)
    if (!file || !drawable.has(file.type) || file.size > largestBytes) throw badField(path, 'files.noPicture')
  }
}

/** Where the pictures of a paper lie, by their names on it; those whose file is gone or no picture are left out. */
export async function picturesOf(
  ctx: Ctx,
  fileIds: Partial<Record<string, string | null>>,
): Promise<Record<string, string>> {
  const keys: Record<string, string> = {}
  for (const [name, fileId] of Object.entries(fileIds)) {
    const file = fileId ? await storedFile(ctx, fileId).catch(() => null) : null
    if (file && drawable.has(file.type)) keys[name] = file.storageKey
  }
  return keys
}
