import type { CustomField } from '@peyvand/platform/contract'
import { useSlot } from '@peyvand/platform/web'
import { type ComponentType, Suspense } from 'react'

/** Fills `customization.fields.input`: an input for a value of an own field, by its type. */
export type OwnInputProps = {
  definition: Pick<CustomField, 'type' | 'options'>
  field: {
    label: string
    description?: string
    isRequired?: boolean
    errorMessage?: string | undefined
    value: unknown
    onChange: (value: unknown) => void
  }
}

/** The same input as in forms; it lives where parties and colleagues can be chosen. */
export const OwnInput = (props: OwnInputProps) => {
  const [fill] = useSlot('customization.fields.input')
  if (!fill) return null
  const Fill = fill.component as ComponentType<OwnInputProps>
  return (
    <Suspense fallback={null}>
      <Fill {...props} />
    </Suspense>
  )
}
