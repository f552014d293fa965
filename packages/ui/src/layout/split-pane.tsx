import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'

export type SplitPaneProps = {
  listLabel: string
  detailLabel: string
  list: ReactNode
  /** null while nothing is chosen. */
  detail: ReactNode | null
  /** What the detail side says while nothing is chosen. */
  placeholder?: ReactNode
  /** Back to the list; only a phone shows the button. */
  onBack: () => void
  className?: string
}

/** List at the inline start, detail beside it; on a phone one at a time. Fills the height it is given. */
export const SplitPane = ({
  listLabel,
  detailLabel,
  list,
  detail,
  placeholder,
  onBack,
  className,
}: SplitPaneProps) => {
  const t = useTexts()
  const isOpen = detail !== null
  return (
    <div
      className={cx(
        'flex min-h-0 flex-1 overflow-hidden rounded-panel border border-line bg-surface shadow-1',
        className,
      )}
    >
      <section
        aria-label={listLabel}
        className={cx(
          'min-w-0 overflow-y-auto border-e border-line max-md:w-full max-md:border-e-0 md:w-96 md:shrink-0',
          isOpen && 'max-md:hidden',
        )}
      >
        {list}
      </section>
      <section
        aria-label={detailLabel}
        className={cx('min-w-0 flex-1 overflow-y-auto', !isOpen && 'max-md:hidden')}
      >
        {isOpen && (
          <div className="border-b border-line p-2 md:hidden">
            <Button kind="quiet" icon={<ArrowRight className="ltr:-scale-x-100" />} onPress={onBack}>
              {t.back}
            </Button>
          </div>
        )}
        {detail ?? placeholder}
      </section>
    </div>
  )
}
