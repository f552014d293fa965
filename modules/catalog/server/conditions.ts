import { isValueInUse } from '@peyvand/customization/server'
import { listGroups } from '@peyvand/parties/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import type { Conditions } from '../contract/index.ts'

/** @throws AppError badInput (400) at `levelIds.<index>` or `groups.<index>` for what the firm does not have */
export async function requireConditions(
  ctx: Ctx,
  { levelIds, groups }: Pick<Conditions, 'levelIds' | 'groups'>,
  present: Pick<Conditions, 'levelIds' | 'groups'> = { levelIds: [], groups: [] },
): Promise<void> {
  for (const [index, id] of levelIds.entries())
    if (!present.levelIds.includes(id) && !(await isValueInUse(ctx, 'customerLevels', id)))
      throw badField(`levelIds.${index}`, 'option')
  const known = groups.length > 0 ? (await listGroups(ctx)).map(({ key }) => key) : []
  const unknown = groups.findIndex((key) => !known.includes(key) && !present.groups.includes(key))
  if (unknown >= 0) throw badField(`groups.${unknown}`, 'option')
}

/** The conditions among a row's columns. */
export const conditionsOf = (row: Conditions): Conditions => ({
  levelIds: row.levelIds,
  groups: row.groups,
  channels: row.channels,
  validFrom: row.validFrom,
  validTo: row.validTo,
  active: row.active,
})
