import { callApi, routeKey } from '@peyvand/platform/web'
import { useDebounced } from '@peyvand/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { previewTemplateRoute } from '../../contract/index.ts'

interface PreviewInput {
  language: 'fa' | 'en'
  subject: string | null
  body: string
  partyId: string | null
}

const pauseMs = 350

/** The text filled for a party, asked anew when typing pauses. */
export function usePreview(input: PreviewInput) {
  const asked = useDebounced(input, pauseMs)
  return useQuery({
    queryKey: routeKey(previewTemplateRoute, asked),
    queryFn: ({ signal }) => callApi(previewTemplateRoute, { body: asked }, { signal }),
    placeholderData: keepPreviousData,
  })
}
