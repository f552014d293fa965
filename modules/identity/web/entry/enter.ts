import { queryClient } from '@peyvand/platform/web'
import { forgetSigningOut } from '../signing-out.ts'

/** Goes on to the app after signing in; only to a place of our own. */
export function enter(from?: string | null): void {
  queryClient.clear()
  forgetSigningOut()
  const isOwn = from?.startsWith('/') === true && !from.startsWith('//') && !from.startsWith('/sign-in')
  window.location.assign(isOwn ? from : '/')
}
