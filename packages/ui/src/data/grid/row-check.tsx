import { Check, Minus } from 'lucide-react'
import type { ChangeEvent } from 'react'
import { useLayoutEffect, useRef } from 'react'

export type RowCheckProps = {
  label: string
  state: 'none' | 'some' | 'all'
  /** Left to the list when it reads the click itself. */
  onChange?: (isOn: boolean) => void
  tabIndex?: number
}

/**
 * A checkbox light enough for thousands of rows, whose tab stop the list decides; in forms use Checkbox.
 */
export const RowCheck = ({ label, state, onChange, tabIndex = -1 }: RowCheckProps) => {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (input.current) input.current.indeterminate = state === 'some'
  }, [state])
  const change = (event: ChangeEvent<HTMLInputElement>) => onChange?.(event.target.checked)
  return (
    <span className="relative grid size-7 place-items-center pointer-coarse:size-11">
      <input
        ref={input}
        type="checkbox"
        data-cell-focus
        aria-label={label}
        tabIndex={tabIndex}
        checked={state === 'all'}
        onChange={change}
        className="peer absolute inset-0 z-1 cursor-pointer opacity-0"
      />
      <span className="grid size-4.5 place-items-center rounded-[5px] border border-field-line bg-surface text-on-accent peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-hover:border-muted peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent [&>svg]:size-3.5 [&>svg]:stroke-3">
        {state === 'all' && <Check aria-hidden />}
        {state === 'some' && <Minus aria-hidden />}
      </span>
    </span>
  )
}
