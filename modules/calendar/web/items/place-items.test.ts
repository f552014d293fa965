import { expect, test } from 'vitest'
import type { CalendarItem } from '../../contract/index.ts'
import { daySpan, itemKey, timedParts } from './place-items.ts'

const zone = 'Asia/Tehran'
const tehran = (day: string, clock: string) => new Date(`${day}T${clock}:00+03:30`).toISOString()
const item = (start: string, end: string, allDay = false) =>
  ({ key: 'a', start, end, allDay }) as CalendarItem

test('a meeting stands at its minutes of the day', () => {
  const parts = timedParts([item(tehran('2026-11-22', '10:15'), tehran('2026-11-22', '11:00'))], zone)
  expect(parts).toMatchObject([{ day: '2026-11-22', from: 615, until: 660, isFirst: true }])
})

test('one over midnight stands in both days, one until midnight in the first alone', () => {
  const over = timedParts([item(tehran('2026-11-22', '23:00'), tehran('2026-11-23', '01:00'))], zone)
  expect(over).toMatchObject([
    { key: 'a', day: '2026-11-22', from: 1380, until: 1440 },
    { key: 'a@2026-11-23', day: '2026-11-23', from: 0, until: 60, isFirst: false },
  ])
  expect(over.map(({ key }) => itemKey(key))).toEqual(['a', 'a'])
  const until = timedParts([item(tehran('2026-11-22', '23:00'), tehran('2026-11-23', '00:00'))], zone)
  expect(until).toMatchObject([{ from: 1380, until: 1440 }])
})

test('days and what is longer than a day stand above the hours', () => {
  const long = item(tehran('2026-11-22', '08:00'), tehran('2026-11-24', '12:00'))
  expect(timedParts([long, item('2026-11-22', '2026-11-23', true)], zone)).toEqual([])
  expect(daySpan(long, zone)).toEqual({ from: '2026-11-22', until: '2026-11-25' })
  expect(daySpan(item(tehran('2026-11-22', '23:00'), tehran('2026-11-23', '00:00')), zone)).toEqual({
    from: '2026-11-22',
    until: '2026-11-23',
  })
})
