import { toast } from '@peyvand/ui'
import { followOperation } from './follow-operation.ts'
import { useT } from './i18n.ts'
import { problemText } from './problem-text.ts'

interface BulkChange<Action> {
  /** Starts the change on the server. */
  start: (action: Action) => Promise<{ operationId: string }>
  /** What the change makes stale. */
  topics: readonly string[]
  /** The change was started; the selection may go. */
  onStarted: () => void
}

/** Starts a change of many records; it goes on by itself, and its end is told with the way back. */
export function useBulkChange<Action>({ start, topics, onStarted }: BulkChange<Action>) {
  const t = useT()
  const tell = (error: unknown) => toast({ kind: 'bad', title: problemText(t, error) })
  const run = async (action: Action) => {
    const { operationId } = await start(action)
    toast({ title: t('operations.started') })
    onStarted()
    followOperation(t, operationId, topics).catch(tell)
  }
  return {
    /** Throws where the change is not taken on. */
    run,
    /** The same for buttons without a dialog: what fails is told in a note. */
    runNow: (action: Action) => void run(action).catch(tell),
  }
}
