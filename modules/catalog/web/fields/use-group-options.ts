import { useRoute } from '@peyvand/platform/web'
import type { Option } from '@peyvand/ui'
import { listProductGroupsRoute, type ProductGroup } from '../../contract/index.ts'

const rarely = { staleTime: 5 * 60_000 }

/** Product groups with the names of those above: «سخت‌افزار › چاپگر». */
export function useGroupOptions(): Option[] {
  const { data } = useRoute(listProductGroupsRoute, {}, rarely)
  const groups = new Map((data?.items ?? []).map((group) => [group.id, group]))
  return [...groups.values()].map((group) => ({ id: group.id, label: pathOf(group, groups) }))
}

function pathOf({ name, parentId }: ProductGroup, groups: ReadonlyMap<string, ProductGroup>): string {
  const parent = parentId ? groups.get(parentId) : undefined
  return parent ? `${pathOf(parent, groups)} › ${name}` : name
}
