import { useEffect, useRef } from 'react'
import { Callout } from '../display/callout.tsx'
import { useTexts } from '../provider/ui-context.ts'

export type FormError = { path: string; message: string }

export type FormErrorsProps = {
  errors: readonly FormError[]
  /** Puts the focus on the field, e.g. React Hook Form's `setFocus`. */
  onGoTo?: (path: string) => void
}

/** All errors of a form in one place, announced when they appear; each leads to its field. */
export const FormErrors = ({ errors, onGoTo }: FormErrorsProps) => {
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  const hasErrors = errors.length > 0
  useEffect(() => {
    if (hasErrors) box.current?.scrollIntoView({ block: 'nearest' })
  }, [hasErrors])
  if (!hasErrors) return null
  return (
    <div ref={box}>
      <Callout tone="bad" title={t.formErrors}>
        <ul className="list-disc ps-4">
          {errors.map(({ path, message }) => (
            <li key={path}>
              {onGoTo ? (
                <button
                  type="button"
                  className="min-h-tag cursor-pointer text-start underline underline-offset-4"
                  onClick={() => onGoTo(path)}
                >
                  {message}
                </button>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  )
}
