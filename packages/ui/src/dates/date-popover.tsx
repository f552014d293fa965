import { CalendarDays } from 'lucide-react'
import { Button, Calendar, Dialog, Popover } from 'react-aria-components'
import { innerButtonClass } from '../fields/field-class.ts'
import { popoverClass } from '../overlays/popover.tsx'
import { CalendarPanel } from './calendar-panel.tsx'

/** Opens the calendar of a date field; stands at the end of its box. */
export const CalendarButton = () => (
  <Button className={innerButtonClass()}>
    <CalendarDays aria-hidden />
  </Button>
)

/** The calendar of a date field, beneath it. */
export const DatePopover = () => (
  <Popover offset={4} className={popoverClass()}>
    <Dialog className="p-3 outline-none">
      <Calendar>
        <CalendarPanel />
      </Calendar>
    </Dialog>
  </Popover>
)
