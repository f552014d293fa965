import { storedFile, visibleFile } from '@peyvand/files/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import { drawable } from './paper/draw.ts'

const largestBytes = 5 * 1024 * 1024

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
    if (!file || !drawable.has(file.type) || file.size > largestBytes)
      throw badField(path, 'letters.noPicture')
  }
}
