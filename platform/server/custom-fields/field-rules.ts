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
export const seenCustomFields = async (ctx: Ctx, record: string): Promise<CustomField[]> =>
  seenAmong(ctx, await customFieldsOf(ctx, record))

/**
 * Those of the fields that the caller may see, without what their conditions ask of hidden ones: that may be so, and
 * the field is shown whenever the rest allows.
 */
export const seenAmong = (ctx: Pick<Ctx, 'actor'>, fields: readonly CustomField[]): CustomField[] =>
  fields
    .filter((field) => !isHidden(ctx, field))
    .map((field) => (field.showWhen ? { ...field, showWhen: seenCondition(ctx, field) } : field))

const isHidden = (ctx: Pick<Ctx, 'actor'>, field: Pick<CustomField, 'record' | 'key'>): boolean =>
  customFieldRule(ctx, field) === 'hidden'

function seenCondition(ctx: Pick<Ctx, 'actor'>, { record, showWhen }: CustomField): CustomField['showWhen'] {
  const rules = showWhen?.rules.filter(({ field: key }) => !isHidden(ctx, { record, key })) ?? []
  const isWhole = rules.length === showWhen?.rules.length
  return showWhen && rules.length > 0 && (isWhole || showWhen.match === 'all') ? { ...showWhen, rules } : null
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
