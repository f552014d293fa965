import { ErrorNote, RequiredMark } from '@peyvand/ui'
import { useEffect, useId, useRef } from 'react'
import { type AttachedFile, AttachmentField } from './attachment-field.tsx'

export type FilesFieldProps = {
  label: string
  description?: string
  isRequired?: boolean
  isDisabled?: boolean
  errorMessage?: string | undefined
  value: readonly AttachedFile[]
  onChange: (files: readonly AttachedFile[]) => void
}

/** Files as a field of a form, under a label of its own. */
export const FilesField = ({
  label,
  description,
  isRequired = false,
  isDisabled = false,
  errorMessage,
  value,
  onChange,
}: FilesFieldProps) => {
  const noteId = useId()
  // Uploads end one after another, each on top of what the one before has left.
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  return (
    <fieldset aria-describedby={noteId} className="flex flex-col gap-1">
      <legend className="mb-1 text-body font-medium">
        {label}
        {isRequired && <RequiredMark />}
      </legend>
      <AttachmentField
        value={value}
        isDisabled={isDisabled}
        onChange={(change) => {
          latest.current = change(latest.current)
          onChange(latest.current)
        }}
      />
      {errorMessage ? (
        <ErrorNote id={noteId}>{errorMessage}</ErrorNote>
      ) : (
        description && (
          <span id={noteId} className="text-meta text-muted">
            {description}
          </span>
        )
      )}
    </fieldset>
  )
}
