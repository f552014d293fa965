import type { CustomValues } from '@peyvand/platform/contract'

/** A record as a row of a file describes it: plain JSON, kept with the staged row until it is written. */
export interface RecordItem {
  title: string | null
  number: string | null
  state: string | null
  partyId: string | null
  ownerId: string | null
  tags: string[]
  custom: CustomValues
}

/** What the record is recognised by. */
export const itemKeys = ({ number }: RecordItem, id: string | null): string[] => [
  ...(id ? [`id:${id}`] : []),
  ...(number ? [`number:${number}`] : []),
]
