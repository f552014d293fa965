import { callApi, invalidateTopics, type ListViews, useRoute } from '@peyvand/platform/web'
import { useMemo } from 'react'
import {
  createSavedViewRoute,
  deleteSavedViewRoute,
  listSavedViewsRoute,
  updateSavedViewRoute,
} from '../contract/index.ts'

const rest = { groupBy: null, density: 'normal' } as const

/** The saved views of one list, as the list page wants them. */
export function useSavedViews(list: string): ListViews {
  const { data, isLoading } = useRoute(
    listSavedViewsRoute,
    { query: { record: list } },
    { staleTime: 60_000 },
  )
  return useMemo(() => {
    const stored = data?.items ?? []
    const refresh = () => invalidateTopics(['saved-views'])
    return {
      isLoading,
      views: stored.map(({ id, name, visibility, definition, can }) => ({
        id,
        name,
        isPublic: visibility === 'public',
        canChange: can.update,
        definition,
      })),
      create: async (name, definition) => {
        const { id } = await callApi(createSavedViewRoute, {
          body: { record: list, name, definition: { ...definition, ...rest } },
        })
        await refresh()
        return id
      },
      save: async (id, { name, isPublic, definition }) => {
        const view = stored.find((one) => one.id === id)
        if (!view) return
        await callApi(updateSavedViewRoute, {
          params: { id },
          body: {
            version: view.version,
            ...(name === undefined ? {} : { name }),
            ...(isPublic === undefined ? {} : { visibility: isPublic ? 'public' : 'private' }),
            ...(definition ? { definition: { ...view.definition, ...definition } } : {}),
          },
        })
        await refresh()
      },
      remove: async (id) => {
        await callApi(deleteSavedViewRoute, { params: { id } })
        await refresh()
      },
    }
  }, [data, isLoading, list])
}
