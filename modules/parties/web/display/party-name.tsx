import { callApi, useT } from '@peyvand/platform/web'
import { Link } from '@peyvand/ui'
import { useQuery } from '@tanstack/react-query'
import { listPartyNamesRoute } from '../../contract/index.ts'

/** A party that is known by its id alone, by name; a dash where the reader may not see it. */
export const PartyName = ({ id }: { id: string }) => {
  const t = useT()
  const name = usePartyName(id)
  if (name === undefined) return null
  return name === null ? t('parties.outOfSight') : <Link href={`/parties/${id}`}>{name}</Link>
}

/** The name behind an id: null where the reader may not see the party, undefined until it is known. */
export function usePartyName(id: string | null): string | null | undefined {
  const { data } = useQuery({
    queryKey: ['/parties/names', id],
    queryFn: () => nameOf(id ?? ''),
    enabled: id !== null,
    staleTime: 300_000,
  })
  return data
}

let waiting = new Map<string, Promise<string | null>>()
let batch: Promise<Map<string, string>> | null = null

/** Names that one screen asks for at once are fetched together, as many as the route takes. */
function nameOf(id: string): Promise<string | null> {
  if (waiting.size >= 100) batch = null
  if (!batch) {
    waiting = new Map()
    const asked = waiting
    batch = Promise.resolve().then(async () => {
      batch = null
      const { items } = await callApi(listPartyNamesRoute, { query: { ids: [...asked.keys()].join(',') } })
      return new Map(items.map((party) => [party.id, party.name]))
    })
  }
  const names = batch
  const known = waiting.get(id) ?? names.then((found) => found.get(id) ?? null)
  waiting.set(id, known)
  return known
}
