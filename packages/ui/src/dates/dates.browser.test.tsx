import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../testing/render-ui.tsx'
import { Calendar } from './calendar.tsx'
import { DatePicker } from './date-picker.tsx'
import { DateRangePicker, type DateRangeValue } from './date-range-picker.tsx'
import { DateTimeField } from './date-time-field.tsx'

const DateCase = ({
  start = null,
  onValue,
}: {
  start?: string | null
  onValue?: (value: string | null) => void
}) => {
  const [value, setValue] = useState<string | null>(start)
  return (
    <DatePicker
      label="تاریخ"
      value={value}
      onChange={(next) => {
        setValue(next)
        onValue?.(next)
      }}
    />
  )
}

const segment = (name: RegExp) => screen.getByRole('spinbutton', { name })
const left = (element: Element) => element.getBoundingClientRect().left

const typeDate = async (keys: string) => {
  await userEvent.click(segment(/سال/))
  await userEvent.keyboard(keys)
}

test.each([
  ['14031230', '2025-03-20'],
  ['۱۴۰۳۱۲۳۰', '2025-03-20'],
  ['13991230', '2021-03-20'],
  ['14050901', '2026-11-22'],
])('typing %s gives %s', async (keys, iso) => {
  let value: string | null = null
  renderUi(<DateCase onValue={(next) => (value = next)} />)
  await typeDate(keys)
  expect(value).toBe(iso)
})

test('Esfand of a common year has no thirtieth day', async () => {
  let value: string | null = null
  renderUi(<DateCase onValue={(next) => (value = next)} />)
  await typeDate('14041230')
  await userEvent.tab()
  expect(value).not.toBe('2026-03-21')
})

test('a date stands as one left-to-right run, year first, at the right edge of its field', () => {
  renderUi(<DateCase start="2026-11-22" />)
  const [year, month, day] = [segment(/سال/), segment(/ماه/), segment(/روز/)]
  expect([year, month, day].map((part) => part.textContent)).toEqual(['۱۴۰۵', '۰۹', '۰۱'])
  expect(left(year)).toBeLessThan(left(month))
  expect(left(month)).toBeLessThan(left(day))
  const field = screen.getByRole('group', { name: /تاریخ/ }).getBoundingClientRect()
  expect(field.right - day.getBoundingClientRect().right).toBeLessThan(20)
})

test('arrow keys move between the parts as they stand', async () => {
  renderUi(<DateCase start="2026-11-22" />)
  await userEvent.click(segment(/سال/))
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(segment(/ماه/))
  await userEvent.keyboard('{ArrowLeft}')
  expect(document.activeElement).toBe(segment(/سال/))
})

test('the calendar shows «آذر ۱۴۰۵», weeks from Saturday, and opens by keyboard', async () => {
  renderUi(<DateCase start="2026-11-22" />)
  await userEvent.click(segment(/سال/))
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  const dialog = await screen.findByRole('dialog')
  const month = within(dialog).getByRole<HTMLSelectElement>('combobox', { name: 'ماه' })
  const year = within(dialog).getByRole<HTMLSelectElement>('combobox', { name: 'سال' })
  expect([month, year].map((choice) => choice.selectedOptions[0]?.text)).toEqual(['آذر', '۱۴۰۵'])
  expect(left(month)).toBeGreaterThan(left(year))
  const weekdays = [...dialog.querySelectorAll('th')]
  expect(weekdays.map((day) => day.textContent)).toEqual(['ش', 'ی', 'د', 'س', 'چ', 'پ', 'ج'])
  expect(left(weekdays[0] as Element)).toBeGreaterThan(left(weekdays[6] as Element))
})

test('previous is at the right, next at the left, with mirrored arrows', () => {
  renderUi(<Calendar label="تقویم" value="2026-11-22" />)
  const [previous, next] = ['ماه پیش', 'ماه بعد'].map((name) => screen.getAllByRole('button', { name })[0])
  if (!previous || !next) throw new Error('no arrows')
  expect(left(previous)).toBeGreaterThan(left(next))
  for (const arrow of [previous, next]) {
    expect(getComputedStyle(arrow.querySelector('svg') as Element).scale).toBe('-1 1')
  }
})

test('days are spoken in Persian order; Friday and holidays are marked and said', () => {
  // Days of a past year: none of them is ever today, which is said too.
  renderUi(<Calendar label="تقویم" value="2021-11-22" />, {
    holidays: new Map([['2021-11-24', 'تعطیل نمونه']]),
  })
  const chosen = screen.getByRole('button', { name: /دوشنبه ۱ آذر ۱۴۰۰/ })
  expect(chosen.getAttribute('aria-label')).toMatch(/انتخاب‌شده$/)
  const friday = screen.getByRole('button', { name: 'جمعه ۵ آذر ۱۴۰۰' })
  const holiday = screen.getByRole('button', { name: 'چهارشنبه ۳ آذر ۱۴۰۰، تعطیل: تعطیل نمونه' })
  const workday = screen.getByRole('button', { name: 'سه‌شنبه ۲ آذر ۱۴۰۰' })
  const colour = (element: Element) => getComputedStyle(element).color
  expect(colour(friday)).toBe(colour(holiday))
  expect(colour(friday)).not.toBe(colour(workday))
  expect(screen.getByRole('grid').getAttribute('aria-label')).toContain('آذر ۱۴۰۰')
})

test('in English the calendar is Gregorian and still starts on Saturday', () => {
  renderUi(<Calendar label="Calendar" value="2026-11-22" />, { locale: 'en' })
  expect([...document.querySelectorAll('th')].map((day) => day.textContent).join('')).toBe('SSMTWTF')
  expect(screen.getByRole('button', { name: /November 22, 2026/ })).toBeTruthy()
})

test('a birth date decades ago is reached by the year choice', async () => {
  let value: string | null = null
  renderUi(<Calendar label="تقویم" value="2026-11-22" onChange={(next) => (value = next)} />)
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'سال' }), '۱۳۵۰')
  await userEvent.click(screen.getByRole('button', { name: 'دوشنبه ۱ آذر ۱۳۵۰' }))
  expect(value).toBe('1971-11-22')
})

test('a range is two days, both included', async () => {
  let value: DateRangeValue | null = null
  const Case = () => {
    const [range, setRange] = useState<DateRangeValue | null>({ from: '2026-11-22', to: '2026-12-01' })
    return (
      <DateRangePicker
        label="بازه"
        value={range}
        onChange={(next) => {
          setRange(next)
          value = next
        }}
      />
    )
  }
  renderUi(<Case />)
  await userEvent.click(screen.getByRole('button', { name: /تقویم/ }))
  await userEvent.click(await screen.findByRole('button', { name: /دوشنبه ۲ آذر ۱۴۰۵/ }))
  await userEvent.click(screen.getByRole('button', { name: /پنجشنبه ۵ آذر ۱۴۰۵/ }))
  expect(value).toEqual({ from: '2026-11-23', to: '2026-11-26' })
})

test('a day and time in Tehran is an instant in UTC', async () => {
  let value: string | null = null
  const Case = () => {
    const [instant, setInstant] = useState<string | null>('2026-11-22T11:00:00Z')
    return (
      <DateTimeField
        label="زمان"
        value={instant}
        onChange={(next) => {
          setInstant(next)
          value = next
        }}
      />
    )
  }
  renderUi(<Case />)
  expect(segment(/ساعت/).textContent).toBe('۱۴')
  await userEvent.click(segment(/ساعت/))
  await userEvent.keyboard('0915')
  expect(value).toBe('2026-11-22T05:45:00.000Z')
})
