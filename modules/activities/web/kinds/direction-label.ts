import type { T } from '@peyvand/platform/web'
import type { ActivityKind, Direction } from '../../contract/index.ts'

/** «ورودی», for letters their class «وارده». */
export const directionLabel = (t: T, kind: ActivityKind, direction: Direction): string =>
  t(`activities.${kind === 'letter' ? 'letterClass' : 'direction'}.${direction}`)
