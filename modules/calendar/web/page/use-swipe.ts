import { useUi } from '@peyvand/ui'
import { type TouchEvent, useRef } from 'react'
import { leadingCalendar, steppedDate } from './period.ts'
import type { CalendarState } from './use-calendar-state.ts'

const shortest = 70

/** A swipe sideways goes to the period before or after, in the direction of the script. */
export function useSwipe({ view, date, goTo }: CalendarState) {
  const { locale } = useUi()
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0]
      start.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0]
      if (!start.current || !touch) return
      const [dx, dy] = [touch.clientX - start.current.x, touch.clientY - start.current.y]
      start.current = null
      if (Math.abs(dx) < shortest || Math.abs(dx) < Math.abs(dy) * 2) return
      const isNext = dx < 0 === (locale === 'en')
      goTo(steppedDate(view, date, { calendar: leadingCalendar(locale), step: isNext ? 1 : -1 }))
    },
  }
}
