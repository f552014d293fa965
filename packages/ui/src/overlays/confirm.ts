import { useSyncExternalStore } from 'react'

export type ConfirmOptions = {
  title: string
  /** What will happen, and whether it can be undone. */
  body: string
  /** The verb of the action («حذف»), not «بله». */
  confirmLabel: string
  isDanger?: boolean
}

export type Question = ConfirmOptions & { answer: (isConfirmed: boolean) => void }

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

/** The question that waits for an answer. */
export const useQuestion = (): Question | null => useSyncExternalStore(subscribe, () => question)

/** Answers it and takes it away. */
export const answerQuestion = (asked: Question, isConfirmed: boolean): void => {
  asked.answer(isConfirmed)
  ask(null)
}
