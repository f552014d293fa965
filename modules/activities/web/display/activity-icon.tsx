import { cx, type Tone, toneClass } from '@peyvand/ui'
import type { ActivityKind } from '../../contract/index.ts'
import { kindIcons } from '../kinds/kind-icons.ts'

const tones: Record<ActivityKind, Tone> = {
  letter: 'violet',
  fax: 'neutral',
  call: 'accent',
  task: 'ok',
  meeting: 'warn',
  email: 'violet',
  sms: 'accent',
  telegram: 'accent',
}

type Props = { kind: ActivityKind; size?: 'small' | 'large' }

/** The kind as a picture on its ground; decorative, the name stands beside it. */
export const ActivityIcon = ({ kind, size = 'small' }: Props) => {
  const Icon = kindIcons[kind]
  return (
    <span
      aria-hidden
      className={cx(
        'grid shrink-0 place-items-center rounded-control',
        toneClass[tones[kind]],
        size === 'small' ? 'size-7 [&>svg]:size-4' : 'size-10 [&>svg]:size-5',
      )}
    >
      <Icon />
    </span>
  )
}
