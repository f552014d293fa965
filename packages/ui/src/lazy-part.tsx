import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'

/** A component whose code may not be here yet. */
export type LazyPart<Props extends object> = ((props: Props) => ReactNode) & {
  /** Brings the code ahead of its first use: when the pointer comes near what opens the part. */
  preload: () => void
}

/**
 * A component whose code is loaded when it is first shown: dialogs, drawers and tabs that most visits never open.
 * `load` is `async () => (await import('./edit-drawer.tsx')).EditDrawer`; meanwhile `Shape` stands in its place,
 * given the same props, or nothing.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Shape?: ComponentType<Props>,
): LazyPart<Props> {
  const Part: ComponentType<object> = lazy(async () => ({ default: (await load()) as ComponentType<object> }))
  const Shown = (props: Props) => (
    <Suspense fallback={Shape && <Shape {...props} />}>
      <Part {...props} />
    </Suspense>
  )
  // What fails ahead of time is asked for again when it is shown, and told there.
  return Object.assign(Shown, { preload: () => void load().catch(() => {}) })
}
