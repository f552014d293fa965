import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles.css'
import { clearToasts } from '../overlays/toast.ts'
import { faults, looks, overlayLooks, settled } from '../testing/judge.ts'
import { GalleryPage } from './index.tsx'

type Settings = { width?: number; part?: 'components' | 'data' }

const open = async (
  locale: 'fa' | 'en',
  theme: 'light' | 'dark',
  { width = 1440, part = 'components' }: Settings = {},
) => {
  cleanup()
  await page.viewport(width, 900)
  render(<GalleryPage locale={locale} theme={theme} part={part} />)
  await settled()
}

afterEach(async () => {
  clearToasts()
  await page.viewport(1440, 900)
})

test.each(looks)('every component is accessible in %s, %s', async (locale, theme) => {
  await open(locale, theme)
  expect(await faults()).toEqual([])
})

const overlays = {
  dialog: ['باز کردن پنجره', 'Open dialog', 'dialog'],
  drawer: ['کشوی پایان', 'Drawer at the end', 'dialog'],
  popover: ['پنجرهٔ کوچک', 'Popover', 'dialog'],
  menu: ['منو', 'Menu', 'menu'],
  confirm: ['پرسش تأیید', 'Confirm', 'alertdialog'],
  toast: ['اعلان', 'Toast', 'region'],
} as const

for (const [name, [fa, en, role]] of Object.entries(overlays)) {
  test.each(overlayLooks)(`an open ${name} is accessible in %s, %s`, async (locale, theme) => {
    await open(locale, theme)
    await userEvent.click(screen.getByRole('button', { name: locale === 'fa' ? fa : en }))
    const [overlay] = await screen.findAllByRole(role)
    await settled()
    expect(await faults(overlay)).toEqual([])
    await userEvent.keyboard('{Escape}')
  })
}

test.each(overlayLooks)('an open calendar and list are accessible in %s, %s', async (locale, theme) => {
  await open(locale, theme)
  await userEvent.click(
    screen.getAllByRole('button', { name: locale === 'fa' ? /^تقویم/ : /^Calendar/ })[0] as Element,
  )
  const calendar = await screen.findByRole('dialog')
  await settled()
  expect(await faults(calendar)).toEqual([])
  await userEvent.keyboard('{Escape}')
  await userEvent.click(
    screen.getAllByRole('button', { name: locale === 'fa' ? /مرحله/ : /Stage/ })[0] as Element,
  )
  const list = await screen.findByRole('listbox')
  await settled()
  expect(await faults(list)).toEqual([])
})

test('in Persian nothing a screen reader says is English', async () => {
  await open('fa', 'light')
  await userEvent.click(screen.getAllByRole('button', { name: /^تقویم/ })[0] as Element)
  await screen.findByRole('dialog')
  const attributes = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'title',
    'placeholder',
    'alt',
  ]
  const said = [...document.querySelectorAll('*')].flatMap((element) =>
    attributes.map((name) => element.getAttribute(name) ?? ''),
  )
  const described = [...document.querySelectorAll('[aria-describedby]')].flatMap((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? ''),
  )
  const hidden = [...document.querySelectorAll('h2, [style*="clip"]')].map((element) => element.textContent)
  // What is a name by itself, not a word of the interface.
  const names = /\b(VIP|English|CSV|Ctrl K|G N|K|Delete|Enter|Alt)\b/g
  const english = [...said, ...described, ...hidden].filter((text) =>
    /[A-Za-z]{2,}/.test(text.replace(names, '')),
  )
  expect(english).toEqual([])
})

test('the language is switched without a reload, the texts of React Aria too', async () => {
  await open('fa', 'light')
  expect(screen.getAllByRole('button', { name: 'ماه پیش' }).length).toBeGreaterThan(0)
  await userEvent.click(screen.getByRole('radio', { name: 'English' }))
  expect(document.documentElement.dir).toBe('ltr')
  expect(document.documentElement.lang).toBe('en')
  expect(screen.getAllByRole('button', { name: 'Previous month' }).length).toBeGreaterThan(0)
  expect(screen.getAllByRole('spinbutton', { name: /year/i }).length).toBeGreaterThan(0)
  await userEvent.click(screen.getByRole('radio', { name: 'فارسی' }))
  expect(document.documentElement.dir).toBe('rtl')
  expect(screen.getAllByRole('spinbutton', { name: /سال/ }).length).toBeGreaterThan(0)
})

test.each([390, 1440])('nothing overflows the page at %i px', async (width) => {
  for (const locale of ['fa', 'en'] as const) {
    await open(locale, 'light', { width })
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  }
})

test('density moves the rows', async () => {
  await open('fa', 'light')
  const row = () => getComputedStyle(document.documentElement).getPropertyValue('--row-h')
  expect(row()).toBe('38px')
  await userEvent.click(screen.getByRole('radio', { name: 'فشرده' }))
  expect(row()).toBe('34px')
})

test('the font is ours, and line height leaves room for Persian descenders', async () => {
  await open('fa', 'light')
  await document.fonts.load("14px 'Vazirmatn Variable'", 'آ')
  expect(document.fonts.check("14px 'Vazirmatn Variable'", 'آ')).toBe(true)
  const body = getComputedStyle(document.body)
  expect(Number.parseFloat(body.lineHeight) / Number.parseFloat(body.fontSize)).toBeGreaterThanOrEqual(1.55)
})
