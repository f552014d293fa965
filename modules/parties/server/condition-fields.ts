import { valueOptions } from '@peyvand/customization/server'
import type { ConditionField } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { Gender, PartyKind } from '../contract/index.ts'
import { listGroups } from './groups.ts'

const lists = { levelId: 'customerLevels', leadSourceId: 'sources', industryId: 'industries' } as const

/** What conditions of own fields may ask of a party beside its own fields. */
export async function partyConditionFields(ctx: Ctx): Promise<ConditionField[]> {
  const { registry, locale } = ctx
  const text = (key: string) => registry.translate(locale, key)
  const values = await valueOptions(ctx, Object.values(lists))
  const groups = (await listGroups(ctx)).filter(({ archivedAt }) => archivedAt === null)
  return [
    {
      field: 'record.groups',
      label: text('parties.field.groups'),
      options: groups.map(({ key, nameFa, nameEn }) => ({
        value: key,
        label: locale === 'fa' ? nameFa : nameEn,
      })),
    },
    ...Object.entries(lists).map(([name, list]) => ({
      field: `record.${name}`,
      label: text(`parties.field.${name.slice(0, -'Id'.length)}`),
      options: values.get(list) ?? [],
    })),
    {
      field: 'record.kind',
      label: text('parties.field.kind'),
      options: PartyKind.options.map((value) => ({ value, label: text(`parties.kind.${value}`) })),
    },
    {
      field: 'record.gender',
      label: text('parties.field.gender'),
      options: Gender.options.map((value) => ({ value, label: text(`parties.gender.${value}`) })),
    },
  ]
}
