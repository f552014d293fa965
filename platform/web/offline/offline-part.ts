import type { OfflineDraft } from './outbox.ts'
import type { OfflineRead } from './read-route.ts'

/** What of a module works without the server. */
export interface OfflinePart {
  /** Answers kept on the device; all others never are. */
  reads?: readonly OfflineRead[]
  /** What may be written without the server and is sent later. */
  drafts?: readonly OfflineDraft[]
  /** Reads ahead, by `prefetchRoute`, what its user needs on the way; called on phones and in the installed app. */
  prepare?: () => Promise<void>
}
