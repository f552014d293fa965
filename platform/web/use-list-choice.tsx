import { SegmentedControl } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { useUrlState } from './url-state.ts'

interface Choice<Id extends string> {
  /** Where the choice stands in the address. */
  param: string
  label: string
  /** The first is shown where none is chosen. */
  lists: readonly [{ id: Id; label: string }, ...{ id: Id; label: string }[]]
}

/** Which list a page of several shows, and the switch between them. */
export function useListChoice<Id extends string>({
  param,
  label,
  lists,
}: Choice<Id>): {
  shown: Id
  switcher: ReactNode
} {
  const [search, setSearch] = useUrlState(Search)
  const { id: shown } = lists.find(({ id }) => id === search[param]) ?? lists[0]
  const switcher = (
    <SegmentedControl
      label={label}
      value={shown}
      onChange={(next) => setSearch({ [param]: next, ...nothingElse })}
      options={[...lists]}
    />
  )
  return { shown, switcher }
}

const Search = z.record(z.string(), z.unknown())

/** What stands in the address for one list has no meaning in another. */
const nothingElse = {
  filter: undefined,
  sort: undefined,
  columns: undefined,
  q: undefined,
  view: undefined,
  peek: undefined,
  form: undefined,
}
