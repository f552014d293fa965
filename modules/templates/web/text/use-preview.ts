import { callApi, routeKey } from '@peyvand/platform/web'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
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
  const asked = usePaused(input)
  return useQuery({
    queryKey: routeKey(previewTemplateRoute, asked),
    queryFn: ({ signal }) => callApi(previewTemplateRoute, { body: asked }, { signal }),
    placeholderData: keepPreviousData,
  })
}

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(key) as T), pauseMs)
    return () => clearTimeout(timer)
  }, [key])
  return paused
}
