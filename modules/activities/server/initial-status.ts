import type { ActivityKind, ActivityStatus } from '../contract/index.ts'

interface Given {
  kind: ActivityKind
  status?: ActivityStatus | undefined
  occurredAt?: string | null | undefined
  plannedAt?: string | null | undefined
  dueAt?: string | null | undefined
}

/** A new activity's status where the caller does not say: tasks and what has only a time ahead are planned. */
export function initialStatus({ kind, status, occurredAt, plannedAt, dueAt }: Given): ActivityStatus {
  if (status) return status
  if (occurredAt) return 'done'
  return kind === 'task' || plannedAt || dueAt ? 'planned' : 'done'
}
