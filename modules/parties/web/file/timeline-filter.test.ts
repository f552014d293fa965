import { expect, test } from 'vitest'
import { countNew, isOpen, openFilter, timelineQuery } from './timeline-filter.ts'

test('an open filter narrows nothing and is not sent', () => {
  expect(timelineQuery(openFilter)).toEqual({})
  expect(isOpen(openFilter)).toBe(true)
  expect(isOpen({ ...openFilter, text: '   ' })).toBe(true)
})

test('every part of a filter is sent by the name the route knows', () => {
  const filter = {
    types: ['call', 'letter'],
    direction: 'incoming',
    actorId: 'u1',
    from: '2026-11-01',
    to: '2026-11-22',
    text: ' پیش‌فاکتور ',
    rollUp: false,
  } as const
  expect(timelineQuery(filter)).toEqual({
    types: 'call,letter',
    direction: 'incoming',
    actorId: 'u1',
    from: '2026-11-01',
    to: '2026-11-22',
    q: 'پیش‌فاکتور',
    rollUp: 'false',
  })
  expect(isOpen(filter)).toBe(false)
})

test('events of the file itself are asked for by their types', () => {
  expect(timelineQuery({ ...openFilter, types: ['own'] }).types).toContain('created,updated,owner')
})

test('items above the last one seen are new', () => {
  const items = ['c', 'b', 'a'].map((id) => ({ id }))
  expect(countNew(items, 'c')).toBe(0)
  expect(countNew(items, 'a')).toBe(2)
  expect(countNew(items, 'gone')).toBe(3)
  expect(countNew(items, undefined)).toBe(0)
})
