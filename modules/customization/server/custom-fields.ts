import type { CustomFieldChange } from '@peyvand/customization/contract'
import type { CustomField } from '@peyvand/platform/contract'
import { AppError, allCustomFields, anyOf, type Ctx, may, updateCustomField } from '@peyvand/platform/server'
import { sql } from 'kysely'

/** Fields of a record type or all; archived ones only for who may bring them back. */
export async function listCustomFields(ctx: Ctx, record: string | undefined): Promise<CustomField[]> {
  const fields = await allCustomFields(ctx, record)
  return may(ctx.actor, 'customization.manage') ? fields : fields.filter((field) => field.archivedAt === null)
}

/** @throws AppError customization.optionInUse (409) when a removed option stands in a record */
export async function changeCustomField(
  ctx: Ctx,
  id: string,
  change: CustomFieldChange,
): Promise<CustomField> {
  if (change.options) await requireUnused(ctx, id, change.options)
  return updateCustomField(ctx, id, definedOnly(change))
}

async function requireUnused(ctx: Ctx, fieldId: string, options: CustomField['options']): Promise<void> {
  const field = (await allCustomFields(ctx)).find((candidate) => candidate.id === fieldId)
  const kept = new Set(options.map((option) => option.value))
  const removed = (field?.options ?? []).filter((option) => !kept.has(option.value))
  if (removed.length === 0) return
  const used = await ctx.db
    .selectFrom('customTexts')
    .select('value')
    .where('tenantId', '=', ctx.tenantId)
    .where('fieldId', '=', fieldId)
    .where(
      anyOf(
        sql`value`,
        removed.map((option) => option.value),
        'text',
      ),
    )
    .limit(1)
    .executeTakeFirst()
  if (!used) return
  const option = removed.find((candidate) => candidate.value === used.value)
  throw new AppError('customization.optionInUse', {
    status: 409,
    params: { option: (ctx.locale === 'fa' ? option?.labelFa : option?.labelEn) ?? used.value },
  })
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

const definedOnly = <T extends object>(value: T): Defined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>
