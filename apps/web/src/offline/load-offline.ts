import { getSessionRoute } from '@peyvand/identity/contract'
import { callApi, type OfflinePart, ownerOf, setOfflineReads } from '@peyvand/platform/web'
import { modules } from '../modules.ts'

/** Who is signed in is asked first, so that the app opens without the server. */
const session = { route: getSessionRoute, most: 1, isFrame: true, isForAnyone: true }
setOfflineReads([session])

/** What the modules let be read and written without the server. */
export async function loadOffline(): Promise<readonly OfflinePart[]> {
  const parts = await Promise.all(modules.flatMap(({ offline }) => (offline ? [offline()] : [])))
  setOfflineReads([session, ...parts.flatMap(({ reads = [] }) => reads)])
  return parts
}

/** Asks the server itself, never this device. */
export const whoIsSignedIn = async (): Promise<string> => ownerOf(await callApi(getSessionRoute, {}))
