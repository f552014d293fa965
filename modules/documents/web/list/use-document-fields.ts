import { useListFields } from '@peyvand/platform/web'
import { type DocumentKind, documentFieldsRoute, documentKinds } from '../../contract/index.ts'

/** The fields of the list of documents, the firm's own included; undefined while they are on their way. */
export const useDocumentFields = () => useListFields(documentFieldsRoute)

export const defaultColumns = [
  'number',
  'kind',
  'partyName',
  'status',
  'issuedOn',
  'total',
  'validUntil',
  'ownerName',
]

/** The columns that a list of one kind, or of every one, begins with. */
export function defaultColumnsOf(kind: DocumentKind | null): string[] {
  if (kind === null) return defaultColumns
  const { validity, followed } = documentKinds[kind]
  return defaultColumns
    .filter((column) => column !== 'kind' && (validity || column !== 'validUntil'))
    .concat(followed ? ['delivery', 'invoicing'] : [])
}
