import type { AuditEntry } from '@peyvand/identity/contract'
import type { ChangeWords } from '@peyvand/identity/server'
import { type ConditionField, CustomCondition, type CustomField } from '@peyvand/platform/contract'
import { allCustomFields, type Ctx, conditionFields, isExtensible } from '@peyvand/platform/server'
import { z } from 'zod'

const labels: Readonly<Record<string, string>> = {
  labelFa: 'customization.ui.labelFa',
  labelEn: 'customization.ui.labelEn',
  helpFa: 'customization.ui.fields.helpFa',
  helpEn: 'customization.ui.fields.helpEn',
  required: 'customization.ui.fields.required',
  requiredFor: 'customization.ui.fields.requiredFor',
  unique: 'customization.ui.fields.unique',
  defaultValue: 'customization.ui.fields.default',
  options: 'customization.ui.fields.options',
  appliesTo: 'customization.ui.fields.scopes',
  showWhen: 'customization.ui.fields.showWhen',
  archivedAt: 'customization.ui.archive',
}

const Options = z.array(z.object({ labelFa: z.string(), labelEn: z.string() })).min(1)

/** What was changed of an own field's definition, conditions as sentences; null for other entries. */
export async function fieldChangeWords(
  ctx: Ctx,
  { record, recordId, changes }: Pick<AuditEntry, 'record' | 'recordId' | 'changes'>,
): Promise<ChangeWords[] | null> {
  if (record !== 'customFields' || !recordId) return null
  const fields = await allCustomFields(ctx)
  const type = fields.find(({ id }) => id === recordId)?.record
  if (!type || !isExtensible(ctx, type)) return null
  const asked = {
    own: fields.filter((field) => field.record === type),
    built: await conditionFields(ctx, type),
  }
  return Object.entries(changes).map(([field, { from, to }]) => ({
    label: labels[field] ? ctx.registry.translate(ctx.locale, labels[field]) : field,
    from: inWords(ctx, from, asked),
    to: inWords(ctx, to, asked),
  }))
}

interface Asked {
  own: readonly CustomField[]
  built: readonly ConditionField[]
}

function inWords(ctx: Ctx, value: unknown, asked: Asked): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean')
    return ctx.registry.translate(ctx.locale, value ? 'customization.ui.yes' : 'customization.ui.no')
  const options = Options.safeParse(value)
  if (options.success) return options.data.map((one) => labelOf(ctx, one)).join('، ')
  const condition = CustomCondition.safeParse(value)
  if (condition.success) return conditionSentence(ctx, condition.data, asked)
  if (Array.isArray(value)) {
    const groups = asked.built.flatMap((field) => field.options)
    const names = value.map((key) => groups.find((one) => one.value === key)?.label ?? String(key))
    return names.length > 0 ? names.join('، ') : null
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const labelOf = ({ locale }: Ctx, { labelFa, labelEn }: { labelFa: string; labelEn: string }): string =>
  locale === 'fa' ? labelFa : labelEn

function conditionSentence(ctx: Ctx, { match, rules }: CustomCondition, { own, built }: Asked): string {
  const text = (key: string, params?: Record<string, unknown>) =>
    ctx.registry.translate(ctx.locale, `customization.ui.fields.${key}`, params)
  const list = new Intl.ListFormat(ctx.locale, { type: 'disjunction' })
  return rules
    .map(({ field, op, values }) => {
      const ofRecord = built.find((one) => one.field === field)
      const ofFirm = own.find(({ key }) => key === field)
      const options =
        ofRecord?.options ?? ofFirm?.options.map((one) => ({ ...one, label: labelOf(ctx, one) }))
      const words = values.map((value) => options?.find((one) => one.value === value)?.label ?? String(value))
      const name = ofRecord?.label ?? (ofFirm && labelOf(ctx, ofFirm)) ?? field
      return text(`when.${op}`, { name, values: list.format(words) })
    })
    .join(text(match === 'all' ? 'and' : 'or'))
}
