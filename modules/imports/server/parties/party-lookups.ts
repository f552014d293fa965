import { labelMatch, valuesByLabel } from '@peyvand/customization/server'
import { listGroups } from '@peyvand/parties/server'
import { provinces } from '@peyvand/persian/iran-places'
import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf } from '@peyvand/platform/server'
import { loadOwnLookups, type OwnLookups } from '../own-cells.ts'

export const valueFields = { industry: 'industries', leadSource: 'sources', level: 'customerLevels' } as const
export type ValueField = keyof typeof valueFields
export const valueColumns: Record<ValueField, string> = {
  industry: 'industryId',
  leadSource: 'leadSourceId',
  level: 'levelId',
}

export interface Lookups {
  values: Record<ValueField, Map<string, string>>
  groups: Map<string, string>
  /** Group → label of a state → its key. */
  states: Map<string, Map<string, string>>
  users: ReadonlyMap<string, string | null>
  own: OwnLookups
  provinces: Map<string, { code: string; areaCode: string }>
  custom: Map<string, CustomField>
  /** Whether any own field must be filled. */
  asksForOwn: boolean
}

/** Everything that cells are looked up in, loaded once. */
export async function loadLookups(ctx: Ctx): Promise<Lookups> {
  const values = {} as Lookups['values']
  for (const [field, list] of Object.entries(valueFields) as [ValueField, string][])
    values[field] = await valuesByLabel(ctx, list)
  const groups = (await listGroups(ctx)).filter((group) => group.archivedAt === null)
  const own = await loadOwnLookups(ctx)
  const custom = await customFieldsOf(ctx, 'parties')
  return {
    values,
    own,
    users: own.users,
    groups: new Map(
      groups.flatMap(({ key, nameFa, nameEn }) =>
        [key, nameEn, nameFa].map((label) => [labelMatch(label), key]),
      ),
    ),
    states: new Map(
      groups.map(({ key, states }) => [
        key,
        new Map(
          states.flatMap((state) =>
            [state.key, state.labelEn, state.labelFa].map((label) => [labelMatch(label), state.key]),
          ),
        ),
      ]),
    ),
    provinces: new Map(
      provinces.flatMap((province) =>
        [province.code, province.en, province.fa].map((label) => [labelMatch(label), province]),
      ),
    ),
    custom: new Map(custom.map((field) => [field.key, field])),
    asksForOwn: custom.some(({ required }) => required),
  }
}
