import { callApi, routeKey } from '@peyvand/platform/web'
import { useDebounced } from '@peyvand/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { askConfigurationRoute, type ConfigurationQuestion, type PriceLine } from '../../contract/index.ts'

const pauseMs = 300

/** For whom, when and where the price is asked; what is left out is as the API has it. */
export type SaleAsked = Partial<Omit<ConfigurationQuestion, 'optionIds'>>

interface Asked {
  productId: string
  optionIds: readonly string[]
  sale?: SaleAsked | undefined
  isEnabled?: boolean
}

/** What a choice costs, asked anew when choosing pauses; null where it cannot be sold. */
export function useConfigurationPrice({ productId, optionIds, sale = {}, isEnabled = true }: Asked) {
  const paused = useDebounced({ ...sale, optionIds: [...optionIds] }, pauseMs)
  return useQuery<PriceLine | null>({
    queryKey: [...routeKey(askConfigurationRoute, { params: { id: productId } }), paused],
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const answer = await callApi(
        askConfigurationRoute,
        { params: { id: productId }, body: paused },
        { signal },
      )
      return answer.line
    },
  })
}
