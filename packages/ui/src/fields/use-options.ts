import { searchKey, searchTerms } from '@peyvand/persian'
import { useEffect, useRef, useState } from 'react'
import type { Option } from './option.ts'

export type OptionSource<T extends string> = {
  /** A fixed list, filtered here: letters, digits and half-spaces are matched as Persian readers expect. */
  options?: readonly Option<T>[]
  /** Or a question to the server; called 200 ms after typing stops, the last answer wins. */
  loadOptions?: (text: string, signal: AbortSignal) => Promise<readonly Option<T>[]>
}

export type OptionState<T extends string> = {
  found: readonly Option<T>[]
  status: 'ready' | 'loading' | 'failed'
}

const TYPING_PAUSE = 200

/** The options for what is typed. `isActive` false keeps a closed field from asking the server. */
export const useOptions = <T extends string>(
  source: OptionSource<T>,
  text: string,
  isActive: boolean,
): OptionState<T> => {
  const { options, loadOptions } = source
  const [loaded, setLoaded] = useState<OptionState<T>>({ found: [], status: 'ready' })
  const load = useRef(loadOptions)
  useEffect(() => {
    load.current = loadOptions
  })
  useEffect(() => {
    const ask = load.current
    if (!ask || !isActive) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      setLoaded(({ found }) => ({ found, status: 'loading' }))
      ask(text, abort.signal).then(
        (found) => {
          if (!abort.signal.aborted) setLoaded({ found, status: 'ready' })
        },
        () => {
          if (!abort.signal.aborted) setLoaded({ found: [], status: 'failed' })
        },
      )
    }, TYPING_PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, isActive])
  if (loadOptions) return loaded
  return { found: matching(options ?? [], text), status: 'ready' }
}

const matching = <T extends string>(options: readonly Option<T>[], text: string): readonly Option<T>[] => {
  const terms = searchTerms(text)
  if (terms.length === 0) return options
  return options.filter((option) => {
    const key = searchKey(`${option.label} ${option.description ?? ''}`)
    return terms.every((term) => key.includes(term))
  })
}
