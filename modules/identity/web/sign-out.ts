import { leaveDevice, mayLeaveDevice, type T } from '@peyvand/platform/web'
import { finishSigningOut, rememberSigningOut } from './signing-out.ts'

/**
 * Ends the session here and loads the sign-in page anew, so that nothing of this user stays in memory or on the
 * device. Without the server the session itself ends with the next start (`finishSigningOut`).
 */
export async function signOut(t: T): Promise<void> {
  if (!(await mayLeaveDevice(t))) return
  await leaveDevice()
  rememberSigningOut()
  await finishSigningOut()
  window.location.assign('/sign-in')
}
