import { listTeamsRoute } from '@peyvand/identity/contract'
import {
  callApi,
  invalidateTopics,
  type ListViews,
  usePermission,
  useRoute,
  useSession,
} from '@peyvand/platform/web'
import { useMemo } from 'react'
import {
  createSavedViewRoute,
  deleteSavedViewRoute,
  listSavedViewsRoute,
  setDefaultViewRoute,
  updateSavedViewRoute,
} from '../contract/index.ts'

const refresh = () => invalidateTopics(['saved-views'])

/** The saved views of one list, as the list page wants them. */
export function useSavedViews(list: string): ListViews {
  const { data, isLoading } = useRoute(
    listSavedViewsRoute,
    { query: { record: list } },
    { staleTime: 60_000 },
  )
  const { data: teams } = useRoute(listTeamsRoute, {}, { staleTime: 5 * 60_000 })
  const mayPublish = usePermission('customization.publicViews')
  const { user } = useSession()
  return useMemo(() => {
    const stored = data?.items ?? []
    return {
      isLoading,
      mayPublish,
      teams: (teams?.items ?? [])
        .filter(({ id }) => mayPublish || user.teamIds.includes(id))
        .map(({ id, name }) => ({ id, label: name })),
      views: stored.map(({ id, name, visibility, teamIds, isDefault, definition, can }) => ({
        id,
        name,
        sharing: { visibility, teamIds },
        isDefault,
        canChange: can.update,
        definition,
      })),
      create: async (name, definition) => {
        const { id } = await callApi(createSavedViewRoute, { body: { record: list, name, definition } })
        await refresh()
        return id
      },
      save: async (id, { name, sharing, definition }) => {
        const view = stored.find((one) => one.id === id)
        if (!view) return
        await callApi(updateSavedViewRoute, {
          params: { id },
          body: {
            version: view.version,
            ...(name === undefined ? {} : { name }),
            ...(sharing && { visibility: sharing.visibility, teamIds: [...sharing.teamIds] }),
            ...(definition && { definition: { ...view.definition, ...definition } }),
          },
        })
        await refresh()
      },
      setDefault: async (viewId) => {
        await callApi(setDefaultViewRoute, { body: { record: list, viewId } })
        await refresh()
      },
      remove: async (id) => {
        await callApi(deleteSavedViewRoute, { params: { id } })
        await refresh()
      },
    }
  }, [data, isLoading, list, teams, mayPublish, user])
}
