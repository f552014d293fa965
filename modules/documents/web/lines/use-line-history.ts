import { useRef } from 'react'
import type { DraftLine } from './draft-line.ts'

type Lines = readonly DraftLine[]
const mostSteps = 200

export interface LineHistory {
  /** `step` names what is taken back as one: the changes of one line's sheet. */
  change: (next: Lines, step?: string) => void
  undo: () => void
  redo: () => void
}

/** Writes lines so that what a person did can be taken back and done again. */
export function useLineHistory(lines: Lines, onChange: (lines: Lines) => void): LineHistory {
  const past = useRef<Lines[]>([])
  const future = useRef<Lines[]>([])
  const last = useRef<string | undefined>(undefined)
  const go = (from: typeof past, to: typeof past) => {
    const next = from.current.at(-1)
    if (!next) return
    from.current = from.current.slice(0, -1)
    to.current = [...to.current, lines]
    last.current = undefined
    onChange(next)
  }
  return {
    change: (next, step) => {
      if (step === undefined || step !== last.current)
        past.current = [...past.current, lines].slice(-mostSteps)
      last.current = step
      future.current = []
      onChange(next)
    },
    undo: () => go(past, future),
    redo: () => go(future, past),
  }
}
