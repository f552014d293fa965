import type { CustomField, CustomValues, FieldRule } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { fieldRule } from '../permissions.ts'
import { customFieldsOf } from './definitions.ts'

/** What the caller's role may not see or change of an own field; roles name it `parties.custom.credit`. */
export const customFieldRule = (
  { actor }: Pick<Ctx, 'actor'>,
  { record, key }: Pick<CustomField, 'record' | 'key'>,
): FieldRule | null => fieldRule(actor, `${record}.custom.${key}`)

/** Keys of the own fields of a record type that the caller's role hides. */
export function hiddenCustomFields({ actor }: Pick<Ctx, 'actor'>, record: string): string[] {
  const prefix = `${record}.custom.`
  return Object.keys(actor.fieldRules).flatMap((field) =>
    field.startsWith(prefix) && fieldRule(actor, field) === 'hidden' ? [field.slice(prefix.length)] : [],
  )
}

/** The own fields of a record type that the caller may see. */
export async function seenCustomFields(ctx: Ctx, record: string): Promise<CustomField[]> {
  const fields = await customFieldsOf(ctx, record)
  return fields.filter((field) => customFieldRule(ctx, field) !== 'hidden')
}

/** A record's own values as the caller may see them. */
export function seenCustomValues(ctx: Ctx, record: string, values: CustomValues): CustomValues {
  const entries = Object.entries(values)
  const seen = entries.filter(([key]) => customFieldRule(ctx, { record, key }) !== 'hidden')
  return seen.length === entries.length ? values : Object.fromEntries(seen)
}

/** Whether a change in the log is of an own field that the caller may not see; `field` is `custom.credit`. */
export const isHiddenCustom = (ctx: Ctx, record: string, field: string): boolean =>
  field.startsWith('custom.') &&
  customFieldRule(ctx, { record, key: field.slice('custom.'.length) }) === 'hidden'
