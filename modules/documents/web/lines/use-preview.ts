import { callApi, routeKey } from '@peyvand/platform/web'
import { useDebounced } from '@peyvand/ui'
import { keepPreviousData, replaceEqualDeep, useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import {
  type DocumentPreview,
  type LineFault,
  type PreviewDocument,
  type PricedLine,
  previewDocumentRoute,
} from '../../contract/index.ts'
import { type DraftLine, inputOf, isWhole } from './draft-line.ts'

const pauseMs = 300

export interface Preview {
  priced: ReadonlyMap<string, PricedLine>
  faults: ReadonlyMap<string, LineFault>
  figures: DocumentPreview | undefined
  isPending: boolean
  error: unknown
}

/** What a document that is being written comes to, asked anew when writing pauses; half-written lines are left out. */
export function usePreview(
  header: Omit<PreviewDocument, 'lines'>,
  lines: readonly DraftLine[],
  isAsked: boolean,
): Preview {
  const whole = lines.filter(isWhole)
  const asked = JSON.stringify({
    keys: whole.map(({ key }) => key),
    body: { ...header, lines: whole.map(inputOf) },
  })
  const paused = useDebounced(asked, pauseMs)
  const last = useRef<ReadonlyMap<string, PricedLine | null>>(new Map())
  const { data, isFetching, error } = useQuery({
    queryKey: routeKey(previewDocumentRoute, paused),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
    queryFn: async ({ signal }) => {
      const { keys, body } = JSON.parse(paused) as { keys: string[]; body: PreviewDocument }
      const figures = await callApi(previewDocumentRoute, { body }, { signal })
      // A line that costs what it did stays the same object: of two hundred few are drawn anew.
      const priced = figures.lines.map((line, at) => replaceEqualDeep(last.current.get(keys[at] ?? ''), line))
      last.current = new Map(priced.map((line, at) => [keys[at] ?? '', line]))
      return { keys, figures: { ...figures, lines: priced } }
    },
  })
  return useMemo(() => {
    const keyed = <T>(entries: readonly (readonly [string | undefined, T | null])[]) =>
      new Map(entries.flatMap(([key, one]) => (key && one ? [[key, one] as const] : [])))
    return {
      priced: keyed(data?.keys.map((key, at) => [key, data.figures.lines[at] ?? null]) ?? []),
      faults: keyed(data?.figures.faults.map((fault) => [data.keys[fault.index], fault]) ?? []),
      figures: data?.figures,
      isPending: isAsked && (isFetching || paused !== asked),
      error,
    }
  }, [data, isFetching, error, paused, asked, isAsked])
}
