import { callApi, forgetRecentRecords } from '@peyvand/platform/web'
import { signOutRoute } from '../contract/index.ts'

/** Ends the session here and loads the sign-in page anew, so that nothing of this user stays in memory. */
export async function signOut(): Promise<void> {
  forgetRecentRecords()
  try {
    await callApi(signOutRoute, {})
  } finally {
    window.location.assign('/sign-in')
  }
}
