import { valueLabel } from '@peyvand/customization/server'
import type { Ref } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PriceStep } from '../contract/index.ts'
import type { LoadedBook } from './price-book.ts'
import { fromBasisPoints, fromMillionths } from './pricing/exact.ts'
import type { Step } from './pricing/facts.ts'
import { seenFloor } from './see-floors.ts'

type UnitNames = ReadonlyMap<string, string>

/** Writes a step of the way to a price with the names that it tells of. */
export const priceSteps =
  (ctx: Ctx, { loaded: { names, products }, units }: { loaded: LoadedBook; units: UnitNames }) =>
  (step: Step): PriceStep => {
    const price = String(step.price)
    switch (step.type) {
      case 'list':
        return {
          type: 'list',
          price,
          list: { id: step.listId, name: names.get(step.listId) ?? '' },
          unit: unitOf(units, step.unitId),
          minQuantity: fromMillionths(step.minQuantity),
        }
      case 'unit':
        return { type: 'unit', price, unit: unitOf(units, step.unitId), factor: fromMillionths(step.factor) }
      case 'parts':
        return {
          type: 'parts',
          price,
          parts: step.parts.map((part) => ({
            product: { id: part.productId, name: products.get(part.productId)?.name ?? '' },
            quantity: fromMillionths(part.quantity),
            price: String(part.price),
          })),
        }
      case 'option': {
        const { id, name, group, effect } = step.option
        return {
          type: 'option',
          price,
          option: { id, name, group },
          kind: effect.kind === 'none' ? 'amount' : effect.kind,
          percent: effect.kind === 'percent' ? signedPercent(effect.points) : null,
          add: String(step.add),
        }
      }
      case 'discount':
        return {
          type: 'discount',
          price,
          rule: { id: step.rule.id, name: step.rule.name },
          kind: step.rule.kind,
          percent: step.rule.kind === 'percent' ? fromBasisPoints(step.rule.points) : null,
          cut: String(step.cut),
        }
      case 'floor':
        return { type: 'floor', price, floor: seenFloor(ctx, String(step.floor)) }
      case 'manual':
        return { type: 'manual', price, cut: String(step.cut) }
    }
  }

export const unitOf = (units: UnitNames, id: string): Ref => ({ id, name: units.get(id) ?? '' })

/** Names of all units of the products that were loaded. */
export async function unitNames(ctx: Ctx, { products }: LoadedBook): Promise<UnitNames> {
  const ids = [...new Set([...products.values()].flatMap(({ units }) => [...units.keys()]))]
  const { rows } = await sql<{ id: string; name: string | null }>`
    select u.id, ${valueLabel(ctx, sql.ref('u.id'))} as name from unnest(${sql.val(ids)}::uuid[]) as u (id)`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}

const signedPercent = (points: bigint): string =>
  points < 0n ? `-${fromBasisPoints(-points)}` : fromBasisPoints(points)
