import { usualWeek } from '@peyvand/calendar/contract'
import { expect, test } from 'vitest'
import { snoozePresets } from './snooze-presets.ts'
import { usualWorkWeek, workWeekFrom } from './work-week.ts'

const presets = (now: string, nextContactOn: string | null = null) =>
  Object.fromEntries(
    snoozePresets({ now: new Date(now), timeZone: 'Asia/Tehran', week: usualWorkWeek, nextContactOn }).map(
      ({ id, until }) => [id, until],
    ),
  )

test('on a Sunday morning: three hours on, tomorrow, three working days on, and Saturday', () => {
  expect(presets('2026-11-22T06:10:00Z')).toEqual({
    laterToday: '2026-11-22T09:30:00.000Z',
    tomorrowMorning: '2026-11-23T04:30:00.000Z',
    inThreeWorkingDays: '2026-11-25T04:30:00.000Z',
    nextWeek: '2026-11-28T04:30:00.000Z',
  })
})

test('in the afternoon there is no later today', () => {
  expect(presets('2026-11-22T12:00:00Z')).not.toHaveProperty('laterToday')
})

test('on a Thursday the next working day is Saturday, which is next week too and told once', () => {
  expect(presets('2026-11-26T12:00:00Z')).toEqual({
    nextWorkingDay: '2026-11-28T04:30:00.000Z',
    inThreeWorkingDays: '2026-11-30T04:30:00.000Z',
  })
})

test('on a Friday nothing is later today, and tomorrow is Saturday', () => {
  expect(presets('2026-11-27T06:00:00Z')).toEqual({
    tomorrowMorning: '2026-11-28T04:30:00.000Z',
    inThreeWorkingDays: '2026-11-30T04:30:00.000Z',
  })
})

test('the next contact date is offered while it lies ahead', () => {
  expect(presets('2026-11-22T06:10:00Z', '2026-12-01')).toHaveProperty(
    'nextContact',
    '2026-12-01T04:30:00.000Z',
  )
  expect(presets('2026-11-22T06:10:00Z', '2026-11-22')).not.toHaveProperty('nextContact')
})

test('they come in the order of time', () => {
  const times = Object.values(presets('2026-11-22T06:10:00Z', '2026-11-24'))
  expect(times).toEqual(times.toSorted())
})

test('a holiday is no working day: before Nowruz the next one is after it', () => {
  const nowruz = new Set(['2027-03-20', '2027-03-21', '2027-03-22', '2027-03-23', '2027-03-24'])
  const items = snoozePresets({
    now: new Date('2027-03-18T06:00:00Z'),
    timeZone: 'Asia/Tehran',
    week: workWeekFrom({ week: usualWeek, holidays: nowruz }),
  })
  // 25 March is a Thursday, worked until one o'clock.
  expect(items.find(({ id }) => id === 'nextWorkingDay')?.until).toBe('2027-03-25T04:30:00.000Z')
})
