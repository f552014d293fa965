import { recordParts } from '@peyvand/identity/server'
import type { CustomField } from '@peyvand/platform/contract'
import { askHook, type Ctx, limitOf, seenAmong } from '@peyvand/platform/server'

/**
 * The definitions as users know them who do not manage them: without archived and hidden fields, and without what
 * names a hidden field or a part of the records (a group of parties) that is none of their business.
 */
export async function knownFields(ctx: Ctx, fields: readonly CustomField[]): Promise<CustomField[]> {
  const seen = seenAmong(
    ctx,
    fields.filter(({ archivedAt }) => archivedAt === null),
  )
  const partsOf = await unknownParts(ctx)
  return seen.flatMap((field) => {
    const unknown = partsOf.get(field.record) ?? new Set<string>()
    const isKnown = (part: string | number | boolean) => !unknown.has(String(part))
    const appliesTo = field.appliesTo.filter(isKnown)
    // It is for parts alone that are not theirs.
    if (appliesTo.length < field.appliesTo.length && appliesTo.length === 0) return []
    const requiredFor = field.requiredFor.filter(isKnown)
    return {
      ...field,
      appliesTo,
      requiredFor,
      required: field.required && (requiredFor.length > 0 || field.requiredFor.length === 0),
      showWhen: field.showWhen && {
        ...field.showWhen,
        rules: field.showWhen.rules.map((rule) => ({ ...rule, values: rule.values.filter(isKnown) })),
      },
    }
  })
}

/** By record type, the parts that the caller's roles are not limited to. */
export async function unknownParts(ctx: Ctx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (Object.keys(ctx.actor.limits).length === 0) return new Map()
  const parts = await askHook(ctx, recordParts, undefined)
  return new Map(
    parts.map(({ type, options }) => {
      const mine = limitOf(ctx.actor, type)
      const others = options.flatMap(({ key }) => (!mine || mine.includes(key) ? [] : [key]))
      return [type, new Set(others)]
    }),
  )
}
