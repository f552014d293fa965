import type { Tone } from '@peyvand/ui'
import type { Color } from '../contract/index.ts'

/** The shade in which the design system shows a colour that the firm chose. */
export const colorTone: Record<Color, Tone> = {
  gray: 'neutral',
  red: 'bad',
  orange: 'warn',
  amber: 'warn',
  green: 'ok',
  teal: 'ok',
  blue: 'accent',
  indigo: 'accent',
  purple: 'violet',
  pink: 'violet',
}
