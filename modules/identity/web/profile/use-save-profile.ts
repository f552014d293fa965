import { callApi, invalidateTopics, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { type UpdateProfile, updateProfileRoute } from '../../contract/index.ts'

/** Saves a part of the own profile and says so. */
export function useSaveProfile() {
  const t = useT()
  return async (change: UpdateProfile) => {
    const profile = await callApi(updateProfileRoute, { body: change })
    await invalidateTopics(['profile', 'session', 'colleagues'])
    toast({ kind: 'ok', title: t('web.saved') })
    return profile
  }
}
