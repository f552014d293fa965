import { storedFile } from '@peyvand/files/server'
import { type ImportLine, previewLines } from '@peyvand/imports/contract'
import { type Actor, type App, withCtx } from '@peyvand/platform/server'
import { loadImport } from './import-view.ts'
import { firstLines } from './reading/open-lines.ts'

/**
 * The beginning of an import's file as its format reads it, lines above the header included. Opens the storage:
 * call it outside of transactions.
 * @throws AppError notFound (404)
 */
export async function readPreview(app: App, actor: Actor, id: string): Promise<ImportLine[]> {
  const { format, storageKey } = await withCtx(app, {
    actor,
    readOnly: true,
    run: async (ctx) => {
      const { format, fileId } = await loadImport(ctx, id)
      return { format, storageKey: (await storedFile(ctx, fileId)).storageKey }
    },
  })
  return firstLines(await app.storage.get(storageKey), format, previewLines)
}
