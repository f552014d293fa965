import type { Ref } from '@peyvand/platform/contract'
import type { DocumentKind } from '../contract/index.ts'

/** What the place that a document is begun at knows already. */
export interface StartedFrom {
  party?: Ref
  deal?: Ref
}

export function newDocumentPath(kind: DocumentKind, { party, deal }: StartedFrom = {}): string {
  const search = new URLSearchParams({
    kind,
    ...(party && { party: party.id, partyName: party.name }),
    ...(deal && { deal: deal.id, dealName: deal.name }),
  })
  return `/documents/new?${search.toString()}`
}
