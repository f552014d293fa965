import type { Use } from '@peyvand/customization/contract'
import type { Ctx } from '@peyvand/platform/server'
import { recordTypeOf } from '../contract/index.ts'
import { allKinds, kindName } from './record-kinds.ts'
import { tokensOf } from './title-pattern.ts'

/** The kind whose records are titled by an own field. */
export async function titlesWithField(
  ctx: Ctx,
  { record, key }: { record: string; key: string },
): Promise<Use[]> {
  return (await allKinds(ctx))
    .filter((kind) => recordTypeOf(kind.key) === record && tokensOf(kind.titlePattern ?? '').includes(key))
    .map((kind) => ({ kind: 'title', label: kindName(ctx, kind) }))
}
