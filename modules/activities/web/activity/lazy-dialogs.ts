import { lazyPart } from '@peyvand/ui'

/** The form of an activity, for screens of other modules; loaded when it opens. */
export const EditActivity = lazyPart(async () => (await import('./edit-activity.tsx')).EditActivity)

/** Asks what came out of it, for screens of other modules; loaded when it opens. */
export const FinishDialog = lazyPart(async () => (await import('./finish-dialog.tsx')).FinishDialog)
