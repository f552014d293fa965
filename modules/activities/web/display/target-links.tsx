import { useSlot } from '@peyvand/platform/web'
import { type ComponentType, Suspense } from 'react'
import type { ActivityTarget } from '../../contract/index.ts'

/** Given to what fills the slot `activities.target` (`id` is the type of the record) and leads to the record. */
export interface TargetPart {
  target: ActivityTarget
}

/** The records that an activity is about besides parties, each leading to its page. */
export const TargetLinks = ({ targets }: { targets: readonly ActivityTarget[] }) => {
  const fills = new Map(useSlot('activities.target').map(({ id, component }) => [id, component]))
  return targets.map((target) => {
    const Fill = fills.get(target.type) as ComponentType<TargetPart> | undefined
    const name = <bdi>{target.name}</bdi>
    if (!Fill) return <span key={target.id}>{name}</span>
    return (
      <Suspense key={target.id} fallback={name}>
        <Fill target={target} />
      </Suspense>
    )
  })
}
