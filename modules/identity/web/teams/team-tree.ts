import type { TreeNode } from '@peyvand/ui/data'
import type { Team } from '../../contract/index.ts'

/** The flat list as a tree, by name inside each team. */
export function teamTree(
  teams: readonly Team[],
  meta: (team: Team) => string,
  parentId: string | null = null,
): TreeNode[] {
  return teams
    .filter((team) => team.parentId === parentId)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fa'))
    .map((team) => ({
      id: team.id,
      label: team.name,
      meta: meta(team),
      children: teamTree(teams, meta, team.id),
    }))
}

/** A team and all below it: where it cannot be moved to. */
export function teamAndBelow(teams: readonly Team[], id: string): Set<string> {
  const found = new Set([id])
  for (const team of teams.filter(({ parentId }) => parentId === id))
    for (const below of teamAndBelow(teams, team.id)) found.add(below)
  return found
}
