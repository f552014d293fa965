import { StatusPill, type Tone } from '@peyvand/ui'
import { leadStates } from '../../contract/index.ts'
import { useStateName } from './use-lead-fields.ts'

const tones: Readonly<Record<string, Tone>> = {
  [leadStates.fresh]: 'accent',
  [leadStates.working]: 'violet',
  [leadStates.fit]: 'ok',
}

/** A state of leads in the firm's words. */
export const StateMark = ({ state }: { state: string | null }) => {
  const name = useStateName()(state)
  return name === null ? null : <StatusPill tone={tones[state ?? ''] ?? 'neutral'}>{name}</StatusPill>
}
