import type { Referral } from '../../contract/index.ts'

export interface ChainNode {
  referral: Referral
  children: ChainNode[]
}

/** The steps of a chain as a tree; a step whose parent may not be seen stands at the top. */
export function chainTree(steps: readonly Referral[]): ChainNode[] {
  const nodes = new Map(steps.map((referral) => [referral.id, { referral, children: [] as ChainNode[] }]))
  const roots: ChainNode[] = []
  for (const node of nodes.values()) {
    const parent = node.referral.parentId === null ? undefined : nodes.get(node.referral.parentId)
    ;(parent?.children ?? roots).push(node)
  }
  return roots
}
