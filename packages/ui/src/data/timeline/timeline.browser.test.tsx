import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { Timeline } from './timeline.tsx'
import type { TimelineItem } from './timeline-types.ts'

const newest = Date.UTC(2026, 10, 22, 8)
const items = (count: number): TimelineItem[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    occurredAt: new Date(newest - i * 6 * 3_600_000).toISOString(),
    icon: null,
    title: `رویداد ${i}`,
    ...(i === 0 ? { body: 'متن بلند '.repeat(200) } : {}),
  }))

test('days are separated by Jalali dates', () => {
  renderUi(<Timeline className="h-100" label="جریان" items={items(8)} />)
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    expect.stringContaining('۱ آذر ۱۴۰۵'),
    expect.stringContaining('۳۰ آبان ۱۴۰۵'),
    expect.stringContaining('۲۹ آبان ۱۴۰۵'),
  ])
  expect(screen.getAllByRole('listitem').length).toBe(11)
})

test('a long text is cut and opens', async () => {
  renderUi(<Timeline className="h-100 w-120" label="جریان" items={items(1)} />)
  const more = await screen.findByRole('button', { name: 'ادامهٔ متن' })
  const text = screen.getByText(/متن بلند/)
  const cut = text.clientHeight
  await userEvent.click(more)
  expect(text.clientHeight).toBeGreaterThan(cut)
  expect(screen.getByRole('button', { name: 'کوتاه کردن' }).getAttribute('aria-expanded')).toBe('true')
})

test('past 200 items only those in sight stand in the page, and older ones are asked for near the end', async () => {
  const onLoadOlder = vi.fn<() => void>()
  renderUi(
    <Timeline className="h-100" label="جریان" items={items(1000)} hasOlder onLoadOlder={onLoadOlder} />,
  )
  await screen.findByText('رویداد 0')
  expect(screen.getAllByRole('listitem').length).toBeLessThan(60)
  expect(onLoadOlder).not.toHaveBeenCalled()
  const scroller = screen.getByRole('group', { name: 'جریان' })
  scroller.scrollTop = scroller.scrollHeight
  await waitFor(() => expect(onLoadOlder).toHaveBeenCalled())
})

test('what arrived meanwhile is counted and shown on demand', async () => {
  const onShowNew = vi.fn<() => void>()
  renderUi(<Timeline className="h-100" label="جریان" items={items(3)} newCount={3} onShowNew={onShowNew} />)
  await userEvent.click(screen.getByRole('button', { name: '۳ رویداد جدید' }))
  expect(onShowNew).toHaveBeenCalledTimes(1)
})
