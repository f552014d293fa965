import { callApi, routeKey } from '@peyvand/platform/web'
import { useDebounced } from '@peyvand/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { DealLines, priceDealLinesRoute } from '../../contract/index.ts'

const pauseMs = 300

/** What lines would cost, asked anew when typing pauses; of lines that are not whole yet nothing is asked. */
export function useLinePrices(partyId: string | null, lines: z.input<typeof DealLines>) {
  const asked = useDebounced({ partyId, lines }, pauseMs)
  const parsed = DealLines.min(1).safeParse(asked.lines)
  return useQuery({
    queryKey: routeKey(priceDealLinesRoute, asked),
    enabled: parsed.success,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      callApi(
        priceDealLinesRoute,
        { body: { partyId: asked.partyId, lines: parsed.data ?? [] } },
        { signal },
      ),
  })
}
