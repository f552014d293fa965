import { callApi, OfflineError } from '@peyvand/platform/web'
import { signOutRoute } from '../contract/index.ts'

const pendingKey = 'peyvand.signingOut'

/** From now on the session is to end, with the server or as soon as it can be reached. */
export const rememberSigningOut = (): void => localStorage.setItem(pendingKey, '1')

/** Somebody has signed out and the server does not know yet. */
export const isSigningOut = (): boolean => localStorage.getItem(pendingKey) !== null

/** A new session stands in place of the one that was to end. */
export const forgetSigningOut = (): void => localStorage.removeItem(pendingKey)

/** Ends a session whose user has left while the server could not be reached. Call it before anything is asked. */
export async function finishSigningOut(): Promise<void> {
  if (!isSigningOut()) return
  try {
    await callApi(signOutRoute, {})
  } catch (error) {
    // Not reached: it stays to be done. Anything else means that there is no session.
    if (error instanceof OfflineError) return
  }
  forgetSigningOut()
}
