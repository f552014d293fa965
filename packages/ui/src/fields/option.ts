import type { ReactNode } from 'react'

/** One choice of a Select, ComboBox or TagPicker. `id` is the value. */
export type Option<T extends string = string> = {
  id: T
  label: string
  description?: string
  icon?: ReactNode
  isDisabled?: boolean
}
