import { nextState } from '@peyvand/platform/contract'
import { type Ctx, may } from '@peyvand/platform/server'
import {
  type Document,
  type DocumentAction,
  documentKinds,
  isConvertible,
  isStanding,
  transitionsOf,
} from '../contract/index.ts'
import { type DocumentRight, reaches, type StoredDocument } from './document-access.ts'

/** What the caller may do with a document now, by its status and their rights; the use cases ask the same. */
export function documentAbilities(
  ctx: Ctx,
  row: StoredDocument,
  { hasFollowers }: { hasFollowers: boolean },
): Document['can'] {
  const inBin = row.deletedAt !== null
  const right = (name: DocumentRight) => !inBin && reaches(ctx, name, row)
  const allows = (action: DocumentAction) =>
    nextState(transitionsOf(row.kind), row.status, action) !== undefined
  const mayIssue = right('issue')
  const mayCreate = !inBin && may(ctx.actor, 'documents.create')
  const isDraft = row.status === 'draft'
  const { convertsTo, revisable } = documentKinds[row.kind]
  return {
    update: right('update'),
    rewrite: isDraft && right('update'),
    issue: allows('issue') && mayIssue,
    approve: allows('approve') && right('approve'),
    withdraw: allows('withdraw') && mayIssue,
    accept: allows('accept') && mayIssue,
    reject: allows('reject') && !hasFollowers && mayIssue,
    finish: allows('finish') && mayIssue,
    reopen: allows('reopen') && mayIssue,
    revise: revisable && allows('supersede') && !hasFollowers && mayCreate,
    convert: isConvertible(row.status) && convertsTo.length > 0 && mayCreate,
    copy: mayCreate,
    cancel: allows('cancel') && !hasFollowers && right('cancel'),
    send: isStanding(row.status) && mayIssue,
    delete: isDraft && right('delete'),
    restore: inBin && reaches(ctx, 'delete', row),
  }
}
