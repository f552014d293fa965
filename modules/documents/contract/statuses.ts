import type { Transitions } from '@peyvand/platform/contract'
import { z } from 'zod'
import { type DocumentKind, documentKinds } from './kinds.ts'

export const DocumentStatus = z.enum([
  'draft',
  /** For somebody's approval. */
  'waiting',
  'issued',
  'accepted',
  'rejected',
  /** By a later revision. */
  'superseded',
  'done',
  'cancelled',
])
export type DocumentStatus = z.infer<typeof DocumentStatus>

/** What is done to a document that changes its status. */
export const DocumentAction = z.enum([
  'issue',
  /** Asked for approval, since the firm's rules want it before the issue. */
  'submit',
  'approve',
  'decline',
  /** Taken back by who asked for approval. */
  'withdraw',
  'accept',
  'reject',
  'finish',
  'reopen',
  'supersede',
  'cancel',
])
export type DocumentAction = z.infer<typeof DocumentAction>

type Table = Transitions<DocumentStatus, DocumentAction>

const beginning = {
  draft: { issue: 'issued', submit: 'waiting' },
  waiting: { approve: 'issued', decline: 'draft', withdraw: 'draft' },
  superseded: {},
  cancelled: {},
} as const
const nowhere = { accepted: {}, rejected: {}, done: {} } as const

const lives: Record<'offer' | 'task' | 'entry', Table> = {
  /** The other side says yes or no. */
  offer: {
    ...beginning,
    ...nowhere,
    issued: { accept: 'accepted', reject: 'rejected', supersede: 'superseded', cancel: 'cancelled' },
    accepted: { reject: 'rejected', supersede: 'superseded', cancel: 'cancelled' },
    rejected: { accept: 'accepted', supersede: 'superseded', cancel: 'cancelled' },
  },
  /** There is something to do until it is done. */
  task: {
    ...beginning,
    ...nowhere,
    issued: { finish: 'done', supersede: 'superseded', cancel: 'cancelled' },
    done: { reopen: 'issued' },
  },
  /** It stands in the books. */
  entry: { ...beginning, ...nowhere, issued: { cancel: 'cancelled' } },
}

/** What may be done to documents of a kind, by status. */
export const transitionsOf = (kind: DocumentKind): Table => lives[documentKinds[kind].life]

/** Whether a document counts: it has a number and was neither cancelled nor replaced. */
export const isStanding = (status: DocumentStatus): boolean =>
  ['issued', 'accepted', 'rejected', 'done'].includes(status)

/** Statuses in which others may be made of it. */
export const isConvertible = (status: DocumentStatus): boolean =>
  status === 'issued' || status === 'accepted' || status === 'done'
