import { AppError, type Ctx, seenCustomFields } from '@peyvand/platform/server'
import {
  builtInFields,
  fieldsIn,
  isAlwaysFilled,
  type MergeField,
  mergeFieldGroups,
} from '../contract/index.ts'

/** Every field that a text may carry, with its label in both languages. */
export async function listMergeFields(ctx: Ctx): Promise<MergeField[]> {
  const label = (locale: 'fa' | 'en', key: string) => ctx.registry.translate(locale, `templates.field.${key}`)
  const builtIn = mergeFieldGroups.flatMap((group) =>
    builtInFields[group].map((name): MergeField => {
      const key = `${group}.${name}`
      return {
        key,
        group,
        labelFa: label('fa', key),
        labelEn: label('en', key),
        isAlwaysFilled: isAlwaysFilled(key),
        isCustom: false,
      }
    }),
  )
  return [...builtIn, ...(await customFields(ctx, 'party')), ...(await customFields(ctx, 'activity'))]
}

/** @throws AppError badInput (400) with `templates.unknownField` at each text that carries one */
export async function refuseUnknownFields(
  ctx: Ctx,
  texts: Readonly<Record<string, string | null>>,
): Promise<void> {
  const known = new Set((await listMergeFields(ctx)).map(({ key }) => key))
  const faults = Object.entries(texts).flatMap(([path, text]) => {
    const unknown = fieldsIn(text ?? '').find(({ field }) => !known.has(field))
    return unknown ? [{ path, code: 'templates.unknownField', params: { field: unknown.field } }] : []
  })
  if (faults.length > 0) throw new AppError('badInput', { status: 400, fields: faults })
}

const records = { party: 'parties', activity: 'activities' } as const

async function customFields(ctx: Ctx, group: 'party' | 'activity'): Promise<MergeField[]> {
  const fields = await seenCustomFields(ctx, records[group])
  return fields.map(({ key, labelFa, labelEn }) => ({
    key: `${group}.custom.${key}`,
    group,
    labelFa,
    labelEn,
    isAlwaysFilled: false,
    isCustom: true,
  }))
}
