import { createContext, type ReactNode, Suspense, useContext } from 'react'
import type { SlotFill } from './define-web-module.ts'
import { hasPermission, useSession } from './session.ts'

export const SlotsContext = createContext<readonly SlotFill[]>([])

/** What the modules put into a slot, in order, that this user may see. */
export function useSlot(slot: string): readonly SlotFill[] {
  const fills = useContext(SlotsContext)
  const session = useSession()
  return fills
    .filter((fill) => fill.slot === slot && (!fill.permission || hasPermission(session, fill.permission)))
    .toSorted((a, b) => a.order - b.order)
}

export interface SlotProps {
  name: string
  /** Given to each component that fills it. */
  with: object
  /** Shown when nobody fills the slot. */
  fallback?: ReactNode
}

/** A place in a screen that higher modules fill. */
export function Slot({ name, with: props, fallback = null }: SlotProps) {
  const fills = useSlot(name)
  if (fills.length === 0) return fallback
  return fills.map(({ id, component: Fill }) => (
    <Suspense key={id} fallback={null}>
      <Fill {...props} />
    </Suspense>
  ))
}
