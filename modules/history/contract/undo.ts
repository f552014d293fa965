import {
  defineRoute,
  Id,
  IdParams,
  ListQuery,
  listAnswer,
  Ref,
  UndoPreview,
} from '@peyvand/platform/contract'
import { z } from 'zod'

/** How a work was taken back, or how that went wrong. */
const Undo = z.object({
  operationId: Id,
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  at: z.string(),
  by: Ref.nullable(),
  takenBack: z.number().int(),
  stayed: z.number().int(),
  /** Code of the failure. */
  error: z.string().nullable(),
})

/** A work that can be taken back, or could for thirty days: a bulk change, an import, a merge, a deletion. */
export const UndoEntry = z.object({
  id: Id,
  kind: z.string(),
  /** What was done, in the caller's language. */
  what: z.string(),
  at: z.string(),
  by: Ref.nullable(),
  /** Records that it changed. */
  count: z.number().int(),
  state: z.enum(['open', 'undoing', 'undone', 'expired']),
  undoUntil: z.string(),
  undo: Undo.nullable(),
})
export type UndoEntry = z.infer<typeof UndoEntry>

export const listUndoRoute = defineRoute({
  method: 'GET',
  path: '/undo',
  summary:
    'What can be taken back and what was, newest first: my own work, for administrators all of the firm',
  permission: 'signedIn',
  query: ListQuery,
  answer: listAnswer(UndoEntry),
})

export const previewUndoRoute = defineRoute({
  method: 'GET',
  path: '/undo/:id',
  summary: 'What taking a work back now would bring back, and what would stay because it changed since',
  permission: 'signedIn',
  params: IdParams,
  answer: z.object({ entry: UndoEntry, preview: UndoPreview }),
})
