import type { Direction } from '@peyvand/activities/contract'

interface Candidate {
  directions: readonly Direction[]
  teamId: string | null
  archivedAt: string | null
}

/**
 * The register that a letter goes to where none is chosen: that of one of the writer's teams, else the first of the
 * whole firm, else the first at all. Registers come in the firm's order.
 */
export function usualRegister<R extends Candidate>(
  registers: readonly R[],
  { direction, teamIds }: { direction: Direction; teamIds: readonly string[] },
): R | undefined {
  const open = registers.filter(
    ({ directions, archivedAt }) => archivedAt === null && directions.includes(direction),
  )
  return (
    open.find(({ teamId }) => teamId !== null && teamIds.includes(teamId)) ??
    open.find(({ teamId }) => teamId === null) ??
    open[0]
  )
}
