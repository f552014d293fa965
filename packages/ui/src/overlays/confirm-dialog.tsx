import { useSyncExternalStore } from 'react'
import { Button } from '../actions/button.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { Dialog } from './dialog.tsx'

export type ConfirmOptions = {
  title: string
  /** What will happen, and whether it can be undone. */
  body: string
  /** The verb of the action («حذف»), not «بله». */
  confirmLabel: string
  isDanger?: boolean
}

type Question = ConfirmOptions & { answer: (isConfirmed: boolean) => void }

let question: Question | null = null
const listeners = new Set<() => void>()

const ask = (next: Question | null) => {
  question = next
  for (const listener of listeners) listener()
}

/** Asks before something that cannot be undone. Resolves to false when the user turns away. */
export const confirm = (options: ConfirmOptions): Promise<boolean> => {
  question?.answer(false)
  return new Promise((resolve) => ask({ ...options, answer: resolve }))
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Where `confirm()` appears; UiProvider renders it. */
export const ConfirmHost = () => {
  const t = useTexts()
  const asked = useSyncExternalStore(subscribe, () => question)
  if (!asked) return null
  const answer = (isConfirmed: boolean) => {
    asked.answer(isConfirmed)
    ask(null)
  }
  return (
    <Dialog
      isOpen
      onOpenChange={() => answer(false)}
      role="alertdialog"
      size="small"
      title={asked.title}
      footer={
        <>
          {/* A question takes the focus by pattern; a dangerous one rests on the way back. */}
          <Button
            kind={asked.isDanger ? 'danger' : 'primary'}
            onPress={() => answer(true)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!asked.isDanger}
          >
            {asked.confirmLabel}
          </Button>
          <Button
            onPress={() => answer(false)}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={asked.isDanger ?? false}
          >
            {t.cancel}
          </Button>
        </>
      }
    >
      <p className="text-prose">{asked.body}</p>
    </Dialog>
  )
}
