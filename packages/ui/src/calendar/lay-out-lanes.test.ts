import { expect, test } from 'vitest'
import { layOutLanes } from './lay-out-lanes.ts'

const lanes = (...spans: [number, number][]) => {
  const found = layOutLanes(spans.map(([from, until], index) => ({ key: String(index), from, until })))
  return spans.map((_, index) => {
    const { lane, lanes: count } = found.get(String(index)) ?? { lane: -1, lanes: 0 }
    return `${lane}/${count}`
  })
}

test('what does not overlap has the whole width', () => {
  expect(lanes([0, 60], [60, 120])).toEqual(['0/1', '0/1'])
})

test('what overlaps shares it, also through a third', () => {
  expect(lanes([0, 60], [30, 90], [60, 120])).toEqual(['0/2', '1/2', '0/2'])
})

test('of two that begin together the longer stands first', () => {
  expect(lanes([0, 30], [0, 90])).toEqual(['1/2', '0/2'])
})

test('days are compared as texts', () => {
  const found = layOutLanes([
    { key: 'a', from: '2026-11-21', until: '2026-11-24' },
    { key: 'b', from: '2026-11-23', until: '2026-11-24' },
  ])
  expect(found.get('b')).toEqual({ lane: 1, lanes: 2 })
})
