import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useTexts } from '../provider/ui-context.ts'
import type { FieldProps } from './field-props.ts'

export type FieldFrameProps = Pick<FieldProps, 'label' | 'description' | 'errorMessage' | 'isRequired'> & {
  children: ReactNode
}

/** Label above, control, then description or error: the inside of every React Aria field. */
export const FieldFrame = ({ label, description, errorMessage, isRequired, children }: FieldFrameProps) => (
  <>
    {label != null && <FieldLabel isRequired={isRequired ?? false}>{label}</FieldLabel>}
    {children}
    {description != null && (
      <Text slot="description" className="text-meta text-muted">
        {description}
      </Text>
    )}
    <FieldError>
      <ErrorNote>{errorMessage}</ErrorNote>
    </FieldError>
  </>
)

export const FieldLabel = ({ isRequired, children }: { isRequired: boolean; children: ReactNode }) => (
  <Label className="w-fit text-body font-medium">
    {children}
    {isRequired && <RequiredMark />}
  </Label>
)

export const RequiredMark = () => {
  const t = useTexts()
  return (
    <span className="ms-1 text-bad" title={t.required} aria-hidden>
      *
    </span>
  )
}

export const ErrorNote = ({ id, children }: { id?: string; children: ReactNode }) => (
  <span id={id} className="flex items-start gap-1 text-meta text-bad">
    <CircleAlert size={14} className="mt-[0.2em] shrink-0" aria-hidden />
    <span>{children}</span>
  </span>
)
