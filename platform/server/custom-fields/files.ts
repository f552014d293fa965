import type { CustomField, CustomFile, CustomValues } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { askHook, defineHook } from '../hooks.ts'

export interface UsableFiles {
  ids: readonly string[]
}

/** Asked before files are written into a field: what those of them are that the caller may use. */
export const usableFilesHook = defineHook<UsableFiles, CustomFile[]>('platform.usableFiles')

export interface HeldFiles extends Pick<CustomField, 'record' | 'key'> {
  /** By the record's id the files that it has in the field now; what it had before is let go. */
  held: ReadonlyMap<string, readonly string[]>
}

/** Told when a field's files were written, in the same transaction. */
export const heldFilesHook = defineHook<HeldFiles, void>('platform.heldFiles')

/**
 * The files of a field that these ids name, in their order; null where one is none that the caller may use.
 * Files that the record has in the field already are not asked for again.
 */
export async function filesByIds(
  ctx: Ctx,
  ids: readonly string[],
  stored: unknown,
): Promise<CustomFile[] | null> {
  const known = new Map(filesIn(stored).map((file) => [file.id, file]))
  const asked = ids.filter((id) => !known.has(id))
  if (asked.length > 0) {
    for (const files of await askHook(ctx, usableFilesHook, { ids: asked }))
      for (const file of files) known.set(file.id, file)
  }
  const files = ids.flatMap((id) => known.get(id) ?? [])
  return files.length === ids.length ? files : null
}

/** Tells who keeps files which of them these records have now. */
export async function holdFiles(
  ctx: Ctx,
  { record, key }: Pick<CustomField, 'record' | 'key'>,
  records: readonly { id: string; custom: CustomValues }[],
): Promise<void> {
  const changed = records.filter(({ custom }) => key in custom)
  if (changed.length === 0) return
  const held = new Map(changed.map(({ id, custom }) => [id, filesIn(custom[key]).map((file) => file.id)]))
  await askHook(ctx, heldFilesHook, { record, key, held })
}

/** A field's value as files; the database and the check have seen to its shape. */
const filesIn = (value: unknown): CustomFile[] => (Array.isArray(value) ? (value as CustomFile[]) : [])
