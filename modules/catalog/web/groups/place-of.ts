import type { TreeMove } from '@peyvand/ui/data'
import type { ProductGroup } from '../../contract/index.ts'

/** Where a group comes to stand that was dropped before, after or into another. */
export function placeOf(
  groups: readonly ProductGroup[],
  { ids, targetId, position }: TreeMove,
): { parentId: string | null; position?: number } {
  if (position === 'inside') return { parentId: targetId }
  const target = groups.find(({ id }) => id === targetId)
  const parentId = target?.parentId ?? null
  const others = groups.filter((group) => group.parentId === parentId && !ids.includes(group.id))
  const at = others.findIndex(({ id }) => id === targetId)
  return { parentId, position: position === 'before' ? at : at + 1 }
}
