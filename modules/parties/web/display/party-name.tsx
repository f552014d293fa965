import { callApi, useT } from '@peyvand/platform/web'
import { Link } from '@peyvand/ui'
import { useQuery } from '@tanstack/react-query'
import { listPartyNamesRoute } from '../../contract/index.ts'

/** A party that is known by its id alone, by name; a dash where the reader may not see it. */
export const PartyName = ({ id }: { id: string }) => {
  const t = useT()
  const { data: name } = useQuery({
    queryKey: ['/parties/names', id],
    queryFn: () => nameOf(id),
    staleTime: 300_000,
  })
  if (name === undefined) return null
  return name === null ? t('parties.outOfSight') : <Link href={`/parties/${id}`}>{name}</Link>
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
