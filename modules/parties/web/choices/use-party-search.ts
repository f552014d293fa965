import { joinFacts } from '@peyvand/persian'
import type { Filter } from '@peyvand/platform/contract'
import { callApi } from '@peyvand/platform/web'
import { type Option, useFormat } from '@peyvand/ui'
import { listPartiesRoute, type PartyKind } from '../../contract/index.ts'

export interface PartySearch {
  /** Only persons or only organisations. */
  kind?: PartyKind | undefined
  /** Key of the group that offers come from. */
  group?: string | undefined
  /** Not offered: the record that is being related. */
  exceptId?: string | undefined
  /** Whose people are offered before anything is typed, where it has any. */
  worksFor?: string | undefined
}

/** What a field of parties offers: those found by any part of name, number or phone, with what tells them apart. */
export function usePartySearch({ kind, group, exceptId, worksFor }: PartySearch = {}) {
  const format = useFormat()
  return async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const about: Filter[] = [
      ...(kind ? [{ field: 'kind', op: 'eq' as const, value: kind }] : []),
      ...(group ? [{ field: 'groups', op: 'in' as const, value: [group] }] : []),
    ]
    const ask = async (conditions: readonly Filter[]) => {
      const { items } = await callApi(
        listPartiesRoute,
        {
          query: {
            limit: 20,
            count: 'none',
            ...(text.trim() && { q: text.trim() }),
            ...(conditions.length > 0 && { filter: JSON.stringify({ and: conditions }) }),
          },
        },
        { signal },
      )
      return items
    }
    const people =
      worksFor && !text.trim()
        ? await ask([...about, { field: 'worksFor', op: 'in', value: [worksFor] }])
        : []
    const items = people.length > 0 ? people : await ask(about)
    return items
      .filter(({ id }) => id !== exceptId)
      .map((party) => ({
        id: party.id,
        label: party.name,
        description: joinFacts([
          party.worksFor?.name ?? party.jobTitle,
          party.phone && `\u2066${format.phone(party.phone)}\u2069`,
          party.city,
        ]),
      }))
  }
}
