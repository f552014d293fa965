import { z } from 'zod'

/** Colours of tags and values; the design system gives each a shade for light and dark. */
export const colors = [
  'gray',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'indigo',
  'purple',
  'pink',
] as const

export const Color = z.enum(colors)
export type Color = z.infer<typeof Color>
