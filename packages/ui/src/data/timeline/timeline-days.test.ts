import { expect, test } from 'vitest'
import { timelineEntries } from './timeline-days.ts'

test('a day begins at midnight of the zone, not of UTC', () => {
  const entries = timelineEntries(
    [
      { id: 'c', occurredAt: '2026-11-22T06:00:00Z' },
      { id: 'b', occurredAt: '2026-11-21T20:40:00Z' },
      { id: 'a', occurredAt: '2026-11-21T20:20:00Z' },
    ],
    'Asia/Tehran',
  )
  expect(entries.map((entry) => (entry.kind === 'day' ? entry.date : entry.item.id))).toEqual([
    '2026-11-22',
    'c',
    'b',
    '2026-11-21',
    'a',
  ])
})

test('no items, no days', () => expect(timelineEntries([], 'Asia/Tehran')).toEqual([]))
