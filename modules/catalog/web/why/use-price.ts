import { callApi, routeKey } from '@peyvand/platform/web'
import { useDebounced } from '@peyvand/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  askPricesRoute,
  type Currency,
  type PriceLine,
  Quantity,
  type SalesChannel,
} from '../../contract/index.ts'

const pauseMs = 300

export interface PriceAsked {
  productId: string
  unitId: string
  quantity: string | null
  partyId: string | null
  on: string | null
  currency: Currency
  channel: SalesChannel
  code: string
  percent: string | null
}

/** The price of one line, asked anew when typing pauses; null while nothing can be asked. */
export function usePrice(asked: PriceAsked | null) {
  const paused = useDebounced(asked, pauseMs)
  const isAskable = paused !== null && Quantity.safeParse(paused.quantity).success
  return useQuery<PriceLine | undefined>({
    queryKey: routeKey(askPricesRoute, paused),
    enabled: isAskable,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { partyId, on, currency, channel, code, percent, quantity, ...line } = paused as PriceAsked
      const manual = percent ? ({ kind: 'percent', percent } as const) : null
      const { lines } = await callApi(
        askPricesRoute,
        {
          body: {
            partyId,
            ...(on && { on }),
            currency,
            channel,
            codes: code ? [code] : [],
            lines: [{ ...line, quantity: quantity ?? '', manual }],
          },
        },
        { signal },
      )
      return lines[0]
    },
  })
}
