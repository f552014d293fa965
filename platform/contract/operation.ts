import { z } from 'zod'
import { defineEvent } from './event.ts'
import { Id, IdParams } from './ids.ts'
import { ListQuery, listAnswer } from './list.ts'
import { defineRoute } from './route.ts'

/** Long work that goes on as a job: it can be watched, left and come back to, cancelled, and often undone. */
export const Operation = z.object({
  id: Id,
  /** `parties.bulkUpdate`, `imports.run`, …: also the text key of its name. */
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'undone']),
  total: z.number().int().nullable(),
  done: z.number().int(),
  failed: z.number().int(),
  /** What came out: counts, a file to download, the first errors. */
  result: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoUntil: z.string().nullable(),
  can: z.object({ cancel: z.boolean(), undo: z.boolean() }),
})
export type Operation = z.infer<typeof Operation>

/** What undoing a finished work would bring back, and what it would leave as it is now. */
export const UndoPreview = z.object({
  /** Code of why nothing of it can be undone; null when something can. */
  blocked: z.string().nullable(),
  takesBack: z.number().int(),
  stays: z.number().int(),
  /** The first that stay: why (`changed`, `deleted`, `purged`, `forbidden`, `taken`, `used`), and which fields. */
  examples: z.array(
    z.object({
      record: z.string(),
      id: Id,
      name: z.string(),
      reason: z.enum(['changed', 'deleted', 'purged', 'forbidden', 'taken', 'used']),
      fields: z.array(z.string()),
    }),
  ),
  /** False when there were too many to look at all of them. */
  exact: z.boolean(),
})
export type UndoPreview = z.infer<typeof UndoPreview>
export type UndoStay = UndoPreview['examples'][number]

/** Long work of a user has ended: well, badly, or because it was stopped. */
export const operationFinished = defineEvent(
  'platform.operation.finished',
  z.object({
    operationId: Id,
    kind: z.string(),
    state: z.enum(['done', 'failed', 'cancelled']),
    userId: Id,
  }),
)

/** The answer of a request that started an operation. */
export const OperationStarted = z.object({ operationId: Id })

export const listOperationsRoute = defineRoute({
  method: 'GET',
  path: '/operations',
  summary: 'My long-running work, newest first',
  permission: 'signedIn',
  query: ListQuery,
  answer: listAnswer(Operation),
})

export const getOperationRoute = defineRoute({
  method: 'GET',
  path: '/operations/:id',
  summary: 'Progress and result of one long-running work',
  permission: 'signedIn',
  params: IdParams,
  answer: Operation,
})

export const cancelOperationRoute = defineRoute({
  method: 'POST',
  path: '/operations/:id/cancel',
  summary: 'Stop a long-running work after the rows already done',
  permission: 'signedIn',
  params: IdParams,
  answer: Operation,
  errors: ['operations.finished'],
})

export const undoOperationRoute = defineRoute({
  method: 'POST',
  path: '/operations/:id/undo',
  summary: 'Undo a finished bulk change within its days of grace',
  permission: 'signedIn',
  params: IdParams,
  answer: OperationStarted,
  status: 202,
  errors: ['operations.cannotUndo'],
})
