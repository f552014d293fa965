import type { Use } from '@peyvand/customization/contract'
import type { Ctx } from '@peyvand/platform/server'
import { listGroups } from './groups.ts'

/** The groups whose layout names an own field of parties. */
export async function layoutsWithField(
  ctx: Ctx,
  { record, key }: { record: string; key: string },
): Promise<Use[]> {
  if (record !== 'parties') return []
  const name = `custom.${key}`
  return (await listGroups(ctx))
    .filter(({ layout }) => layout && [...layout.quick, ...layout.card].includes(name))
    .map(({ nameFa, nameEn }) => ({ kind: 'layout', label: ctx.locale === 'fa' ? nameFa : nameEn }))
}
