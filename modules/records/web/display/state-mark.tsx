import { colorTone } from '@peyvand/customization/web'
import { StatusPill } from '@peyvand/ui'
import type { RecordKind } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'

/** The state of a record by the name and colour that its kind gives it. */
export const StateMark = ({ kind, state }: { kind: RecordKind; state: string | null }) => {
  const { state: nameOf } = useKindNames()
  const known = kind.states.find(({ key }) => key === state)
  return known ? <StatusPill tone={colorTone[known.color]}>{nameOf(known)}</StatusPill> : null
}
