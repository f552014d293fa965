import { useListFields } from '@peyvand/platform/web'
import { type DocumentKind, documentFieldsRoute, documentKinds, type Side } from '../../contract/index.ts'

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

/** The columns that a list of one kind, or of every one of its side, begins with. */
export function defaultColumnsOf(side: Side, kind: DocumentKind | null): string[] {
  const { validity, followed } = kind ? documentKinds[kind] : { validity: side === 'sales', followed: false }
  return defaultColumns
    .filter((column) => (kind === null || column !== 'kind') && (validity || column !== 'validUntil'))
    .concat(followed ? ['delivery', 'invoicing'] : [])
}
