import { ViewDefinition } from '@peyvand/customization/contract'
import { seedSavedView, seedValueList } from '@peyvand/customization/server'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { unfitReasons } from './list-values.ts'

/** The usual reasons, and the views that everybody opens first. */
export async function seedLeads(ctx: Ctx, { locale }: { locale: Locale }): Promise<void> {
  await seedValueList(ctx, unfitReasons)
  const name = (key: string) => ctx.registry.translate(locale, `leads.view.${key}`)
  const views = [
    { key: 'late', field: 'clock', value: ['late'] },
    { key: 'due', field: 'clock', value: ['due'] },
    { key: 'mine', field: 'owner', value: ['me'] },
  ]
  for (const { key, field, value } of views)
    await seedSavedView(ctx, {
      record: 'leads',
      name: name(key),
      definition: ViewDefinition.parse({
        filter: { field, op: 'in', value },
        sort: key === 'mine' ? '-arrivedAt' : 'respondBy',
      }),
    })
}
