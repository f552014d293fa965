import { callApi, queryClient, routeKey } from '@peyvand/platform/web'
import {
  getProfileRoute,
  getSessionRoute,
  type UpdateProfile,
  updateProfileRoute,
} from '../contract/index.ts'

/** Keeps a choice of language or theme in the profile, so that it follows the user to other devices. */
export async function saveOwnPreference(change: Pick<UpdateProfile, 'locale' | 'theme'>): Promise<void> {
  const { version } = await callApi(getProfileRoute, {})
  await callApi(updateProfileRoute, { body: { ...change, version } })
  await queryClient.invalidateQueries({ queryKey: routeKey(getProfileRoute).slice(0, 1) })
  await queryClient.invalidateQueries({ queryKey: routeKey(getSessionRoute).slice(0, 1) })
}
