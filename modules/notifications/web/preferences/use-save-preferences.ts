import { callApi, invalidateTopics, queryClient, routeKey, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { getPreferencesRoute, type UpdatePreferences, updatePreferencesRoute } from '../../contract/index.ts'

/** Saves a part of the preferences; `isQuiet` leaves the word about it out. */
export function useSavePreferences() {
  const t = useT()
  return async (body: UpdatePreferences, { isQuiet = false } = {}) => {
    const saved = await callApi(updatePreferencesRoute, { body })
    queryClient.setQueryData(routeKey(getPreferencesRoute, {}), saved)
    await invalidateTopics(['notification-preferences'])
    if (!isQuiet) toast({ kind: 'ok', title: t('web.saved') })
    return saved
  }
}
