import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'

/**
 * A component whose code is loaded when it is first shown: dialogs, drawers and tabs that most visits never open.
 * `load` is `async () => (await import('./edit-drawer.tsx')).EditDrawer`; meanwhile `Shape` stands in its place,
 * given the same props, or nothing.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Shape?: ComponentType<Props>,
): (props: Props) => ReactNode {
  const Part: ComponentType<object> = lazy(async () => ({ default: (await load()) as ComponentType<object> }))
  return (props) => (
    <Suspense fallback={Shape && <Shape {...props} />}>
      <Part {...props} />
    </Suspense>
  )
}
