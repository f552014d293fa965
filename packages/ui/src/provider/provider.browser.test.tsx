import { screen, waitFor } from '@testing-library/react'
import { MenuTrigger } from 'react-aria-components'
import { afterEach, expect, test, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { Button } from '../actions/button.tsx'
import { ButtonLink, Link } from '../actions/link.tsx'
import { Bdi } from '../display/bdi.tsx'
import { Tabs } from '../layout/tabs.tsx'
import { Menu, MenuItem } from '../overlays/menu.tsx'
import { renderUi } from '../testing/render-ui.tsx'
import { useFormat } from './use-format.ts'

type DevTools = { send: (method: string, params: object) => Promise<unknown> }
const media = (features: { name: string; value: string }[]) =>
  (cdp() as DevTools).send('Emulation.setEmulatedMedia', { features })

afterEach(() => media([]))

test('the system theme follows the system, also while the page is open', async () => {
  await media([{ name: 'prefers-color-scheme', value: 'dark' }])
  renderUi(<span />, { theme: 'system' })
  const html = document.documentElement
  expect(html.classList.contains('dark')).toBe(true)
  await media([{ name: 'prefers-color-scheme', value: 'light' }])
  await waitFor(() => expect(html.classList.contains('dark')).toBe(false))
})

test('motion is off for those who ask', async () => {
  await media([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  renderUi(<Button>ذخیره</Button>)
  const [duration] = getComputedStyle(screen.getByRole('button')).transitionDuration.split(',')
  expect(Number.parseFloat(duration ?? '1')).toBeLessThan(0.001)
})

test('every kind of link goes through the router', async () => {
  const navigate = vi.fn<(href: string) => void>()
  renderUi(
    <>
      <Link href="/parties/1">شرکت سپهر</Link>
      <ButtonLink href="/parties/new">سرنخ جدید</ButtonLink>
      <Tabs
        label="نماها"
        value="all"
        items={[
          { id: 'all', label: 'همه', href: '/parties' },
          { id: 'mine', label: 'خودم', href: '/parties?view=mine' },
        ]}
      />
      <MenuTrigger>
        <Button>منو</Button>
        <Menu>
          <MenuItem href="/settings">تنظیمات</MenuItem>
        </Menu>
      </MenuTrigger>
    </>,
    { navigate },
  )
  await userEvent.click(screen.getByRole('link', { name: 'شرکت سپهر' }))
  await userEvent.click(screen.getByRole('link', { name: 'سرنخ جدید' }))
  await userEvent.click(screen.getByRole('tab', { name: 'خودم' }))
  await userEvent.click(screen.getByRole('button', { name: 'منو' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'تنظیمات' }))
  await waitFor(() =>
    expect(navigate.mock.calls.map(([href]) => href)).toEqual([
      '/parties/1',
      '/parties/new',
      '/parties?view=mine',
      '/settings',
    ]),
  )
})

const Figures = () => {
  const format = useFormat()
  return (
    <ul>
      <li>{format.date('2026-11-22', 'full')}</li>
      <li>{format.dateTime('2026-11-22T11:00:00Z')}</li>
      <li>{format.money('1808800')}</li>
      <li>{format.number(1234.5)}</li>
      <li>{format.percent(0.125)}</li>
      <li>{format.relative('2026-11-22T08:00:00Z', '2026-11-22T11:00:00Z')}</li>
      <li>
        <Bdi>{format.phone('+989123456789')}</Bdi>
      </li>
    </ul>
  )
}

test.each([
  [
    'fa',
    [
      'یکشنبه ۱ آذر ۱۴۰۵',
      '۱ آذر ۱۴۰۵، ۱۴:۳۰',
      '۱۸۰٬۸۸۰ تومان',
      '۱٬۲۳۴٫۵',
      '۱۲٫۵٪',
      '۳ ساعت پیش',
      '۰۹۱۲ ۳۴۵ ۶۷۸۹',
    ],
  ],
  [
    'en',
    [
      'Sunday 22 November 2026',
      '22 Nov 2026, 14:30',
      '180,880 Toman',
      '1,234.5',
      '12.5%',
      '3 hours ago',
      '+98 912 345 6789',
    ],
  ],
] as const)('in %s figures are written as its readers write them', (locale, expected) => {
  renderUi(<Figures />, { locale, moneyUnit: 'toman' })
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(expected)
})

test('a phone keeps its order inside Persian text', () => {
  renderUi(<Figures />)
  const phone = screen.getByText('۰۹۱۲ ۳۴۵ ۶۷۸۹')
  const range = document.createRange()
  const text = phone.firstChild as Text
  const at = (index: number) => {
    range.setStart(text, index)
    range.setEnd(text, index + 1)
    return range.getBoundingClientRect().left
  }
  expect(at(0)).toBeLessThan(at(5))
  expect(at(5)).toBeLessThan(at(12))
})
