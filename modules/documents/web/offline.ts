import type { OfflinePart, Waiting } from '@peyvand/platform/web'
import type { DocumentKind } from '../contract/index.ts'
import { documentTopics } from './document-topics.ts'
import type { DocumentValues } from './form/document-values.ts'

/** The kind of a new draft that waits to be sent. */
export const newDocumentDraft = 'documents.new'

/** What a new draft that waits to be sent was written as. */
export interface WrittenDocument {
  kind: DocumentKind
  values: DocumentValues
  /** Of the party. */
  partyName: string | undefined
}

/** New drafts: they have no number yet, and prices are those of their day whenever they are sent. */
export const documentsOffline: OfflinePart = {
  drafts: [
    {
      kind: newDocumentDraft,
      label: 'documents.nav',
      // The contract is heavy, and few devices have a document that waits.
      route: async () => (await import('../contract/index.ts')).createDocumentRoute,
      topics: documentTopics,
      words: ({ form }) => (form as WrittenDocument).values.lines.map(({ name }) => name).join('\n'),
      editAt,
    },
  ],
}

function editAt({ id, form }: Waiting): string {
  const search = new URLSearchParams({ kind: (form as WrittenDocument).kind, waiting: id })
  return `/documents/new?${search.toString()}`
}
