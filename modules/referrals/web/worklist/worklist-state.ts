import { useUrlState } from '@peyvand/platform/web'
import { z } from 'zod'
import { WorklistName } from '../../contract/index.ts'

export const chips = ['today', 'overdue', 'unread', 'urgent'] as const
export const sorts = ['-createdAt', 'deadline', '-urgency'] as const

const WorklistState = z.object({
  list: WorklistName.catch('referred-to-me'),
  open: z.string().optional().catch(undefined),
  chip: z.enum(chips).optional().catch(undefined),
  sort: z.enum(sorts).catch('-createdAt'),
  q: z.coerce.string().optional().catch(undefined),
  for: z.string().optional().catch(undefined),
})
export type WorklistState = z.infer<typeof WorklistState>

/** As the kartabl opens. */
export const firstWorklist: WorklistState = { list: 'referred-to-me', sort: '-createdAt' }

/** What the kartabl shows, kept in its address. */
export const useWorklistState = () => useUrlState(WorklistState)

/** The state as the route's query. */
export const worklistQuery = ({ chip, sort, q, for: absent }: WorklistState) => ({
  limit: 50,
  sort,
  count: 'none' as const,
  ...(q && { q }),
  ...(absent && { onBehalfOf: absent }),
  ...(chip === 'urgent' ? { urgency: 'urgent' as const } : chip ? { [chip]: 'true' as const } : {}),
})
