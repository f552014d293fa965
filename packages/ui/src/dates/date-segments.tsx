import { DateInput, type DateInputProps, DateSegment } from 'react-aria-components'
import { cx } from '../cx.ts'
import { useUi } from '../provider/ui-context.ts'

// 24 px is the least a finger or a trembling hand can be asked to hit.
const partClass =
  'min-h-6 min-w-6 pointer-coarse:min-h-10 pointer-coarse:content-center rounded-[4px] px-1 text-center content-center caret-transparent outline-none data-placeholder:text-muted data-focused:bg-accent data-focused:text-on-accent'

/** The typed parts of a date or time; always one left-to-right run, year first in Persian. */
export const DateSegments = ({
  className,
  ...rest
}: { className?: string } & Pick<DateInputProps, 'slot'>) => {
  const { locale } = useUi()
  return (
    <DateInput {...rest} className={cx('date-segments', className)}>
      {(segment) => (
        <DateSegment segment={segment} className={segment.type === 'literal' ? 'text-muted' : partClass}>
          {({ text, type, defaultChildren }) =>
            type === 'literal' && locale === 'fa' ? text.replace(',', '،') : defaultChildren
          }
        </DateSegment>
      )}
    </DateInput>
  )
}
