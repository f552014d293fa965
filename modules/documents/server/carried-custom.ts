import type { CustomValues } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf, readCustomValues, withCustomDefaults } from '@peyvand/platform/server'
import type { StoredDocument } from './document-access.ts'

/**
 * The own values with which a document begins that is made of another: those of the other one, whoever may see them,
 * but for files and for what no two documents may have; the rest has its defaults.
 */
export async function carriedCustom(
  ctx: Ctx,
  { custom }: Pick<StoredDocument, 'custom'>,
): Promise<CustomValues> {
  const before = readCustomValues(custom)
  const carried = (await customFieldsOf(ctx, 'documents')).filter(
    ({ key, type, unique }) => key in before && !unique && type !== 'file',
  )
  const values = Object.fromEntries(carried.map(({ key }) => [key, before[key]]))
  return withCustomDefaults(ctx, { record: 'documents', values })
}
