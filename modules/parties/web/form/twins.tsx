import type { Waiting } from '@peyvand/platform/web'
import { Link } from '@peyvand/ui'
import { z } from 'zod'
import { DuplicateHit } from '../../contract/index.ts'

const Params = z.object({ hits: z.array(DuplicateHit) })

/** The records that a party written without the server seems to be. */
export const Twins = ({ item }: { item: Waiting }) => {
  const hits = Params.safeParse(item.problem?.params).data?.hits ?? []
  return (
    <ul>
      {hits.map(({ party, owner }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a record that may not be seen has no id
        <li key={index}>{party ? <Link href={`/parties/${party.id}`}>{party.name}</Link> : owner?.name}</li>
      ))}
    </ul>
  )
}
