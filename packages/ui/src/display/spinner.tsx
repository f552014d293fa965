import { LoaderCircle } from 'lucide-react'
import { ProgressBar } from 'react-aria-components'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'

export type SpinnerProps = { label?: string; size?: number; className?: string }

/** Work of unknown length. */
export const Spinner = ({ label, size = 20, className }: SpinnerProps) => {
  const t = useTexts()
  return (
    <ProgressBar isIndeterminate aria-label={label ?? t.loading} className={cx('inline-grid', className)}>
      <LoaderCircle size={size} className="animate-spin" aria-hidden />
    </ProgressBar>
  )
}
