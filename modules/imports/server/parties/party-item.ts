import type { ContactPointInput, PartyKind } from '@peyvand/parties/contract'
import { matchName } from '@peyvand/persian'
import type { CustomValues } from '@peyvand/platform/contract'
import type { z } from 'zod'

export type ContactValue = z.output<typeof ContactPointInput>

export interface AddressValue {
  province: string | null
  county: string | null
  city: string | null
  postalCode: string | null
  text: string | null
}

/** A party as a row describes it: plain JSON, kept with the staged row until it is written. */
export interface PartyItem {
  kind: PartyKind
  /** Stored names as they would be for a new record. */
  name: string
  firstName: string | null
  lastName: string | null
  /** Other columns of the record by name; only those that the row fills. */
  fields: Record<string, string | boolean>
  contactPoints: ContactValue[]
  address: AddressValue | null
  /** Labels by list (`industries`) that were not there when the row was read; they are made before writing. */
  labels: Record<string, string>
  tags: string[]
  groups: string[]
  /** Group → state, for groups that the record joins by the row. */
  groupStates: Record<string, string>
  custom: CustomValues
}

/** What the party is recognised by. */
export function itemKeys(item: PartyItem, id: string | null): string[] {
  const { number, nationalId, legalNationalId } = item.fields
  const unique = [
    ...(id ? [`id:${id}`] : []),
    ...(number ? [`number:${String(number)}`] : []),
    ...(nationalId ? [`identifier:${String(nationalId)}`] : []),
    ...(legalNationalId ? [`identifier:${String(legalNationalId)}`] : []),
  ]
  const contacts = item.contactPoints.flatMap(({ type, normalized }) =>
    type === 'mobile' || type === 'email' ? [`${type}:${normalized}`] : [],
  )
  const name = item.name ? [`name:${item.kind}:${matchName(item.name)}`] : []
  return [...new Set([...unique, ...contacts, ...name])]
}
