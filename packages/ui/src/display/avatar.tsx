import { cx } from '../cx.ts'
import { initials, toneOf } from './initials.ts'
import { toneClass } from './tone.ts'

export type AvatarProps = {
  name: string
  /** Picture of the person; the initials show until it has loaded and when it fails. */
  src?: string
  size?: 20 | 24 | 28 | 32 | 40 | 56
  shape?: 'round' | 'square'
  className?: string
}

/** A person (round) or an organisation (square). Decorative: the name stands beside it. */
export const Avatar = ({ name, src, size = 28, shape = 'round', className }: AvatarProps) => (
  <span
    aria-hidden
    style={{ width: size, height: size, fontSize: Math.max(9, size * 0.34) }}
    className={cx(
      'relative inline-grid shrink-0 place-items-center overflow-hidden leading-none font-semibold select-none',
      shape === 'round' ? 'rounded-pill' : 'rounded-tag',
      toneClass[toneOf(name)],
      className,
    )}
  >
    {initials(name)}
    {src && (
      <img
        src={src}
        alt=""
        className="absolute inset-0 size-full object-cover"
        onError={(event) => event.currentTarget.remove()}
      />
    )}
  </span>
)
