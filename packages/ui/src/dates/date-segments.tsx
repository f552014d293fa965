import { DateInput, type DateInputProps, DateSegment } from 'react-aria-components'
import { cx } from '../cx.ts'

/** The typed parts of a date or time; always one left-to-right run, year first in Persian. */
export const DateSegments = ({
  className,
  ...rest
}: { className?: string } & Pick<DateInputProps, 'slot'>) => (
  <DateInput {...rest} className={cx('date-segments', className)}>
    {(segment) => (
      <DateSegment
        segment={segment}
        className="rounded-[4px] px-px text-end caret-transparent outline-none data-[type=literal]:text-muted data-placeholder:text-muted data-focused:bg-accent data-focused:text-on-accent"
      />
    )}
  </DateInput>
)
