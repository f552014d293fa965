import { useCallback, useState } from 'react'
import type { FilterField, FilterOption } from './filter.ts'

/** Remembers the names of values chosen in this session, for chips of fields whose options are searched for. */
export const useChosenNames = () => {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const remember = useCallback(
    (chosen: readonly FilterOption[]) =>
      setNames((known) => new Map([...known, ...chosen.map(({ value, label }) => [value, label] as const)])),
    [],
  )
  const nameOf = (_field: FilterField, value: string) => names.get(value)
  return { remember, nameOf }
}
