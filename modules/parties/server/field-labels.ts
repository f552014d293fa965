import { allCustomFields, type Ctx } from '@peyvand/platform/server'

/** Names of fields that the audit log tells of, in the caller's language. */
export async function fieldLabels(ctx: Ctx, fields: readonly string[]): Promise<string[]> {
  const own = fields.some((field) => field.startsWith('custom.')) ? await allCustomFields(ctx, 'parties') : []
  return fields.map((field) => {
    const custom = own.find(({ key }) => field === `custom.${key}`)
    if (custom) return ctx.locale === 'fa' ? custom.labelFa : custom.labelEn
    const { translate } = ctx.registry
    const key = [field, field.replace(/Id$/, ''), field === 'displayName' ? 'name' : field.split('.')[0]]
      .map((name) => `parties.field.${name}`)
      .find((name) => translate.has(name))
    return key ? translate(ctx.locale, key) : field
  })
}
