import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles.css'
import { UiProvider } from '../../provider/ui-provider.tsx'
import { faults, looks, overlayLooks, settled } from '../../testing/judge.ts'
import { DataGallery } from '../gallery.tsx'

const open = async (locale: 'fa' | 'en', theme: 'light' | 'dark', width = 1440) => {
  cleanup()
  await page.viewport(width, 900)
  render(
    <UiProvider locale={locale} theme={theme}>
      <h1>{locale}</h1>
      <DataGallery />
    </UiProvider>,
  )
  await screen.findAllByRole('checkbox')
  await settled()
}
const press = async (name: string | RegExp) => {
  const [button] = await screen.findAllByRole('button', { name })
  if (!button) throw new Error(`no button ${name}`)
  await userEvent.click(button)
}

afterEach(() => page.viewport(1440, 900))

test.each(looks)('every data component is accessible in %s, %s', async (locale, theme) => {
  await open(locale, theme)
  expect(await faults()).toEqual([])
})

test.each(looks)('a selection with its bars is accessible in %s, %s', async (locale, theme) => {
  await open(locale, theme)
  const [all] = screen.getAllByRole('checkbox', {
    name: locale === 'fa' ? 'انتخاب همهٔ ردیف‌های نمایان' : 'Select all shown rows',
  })
  if (all) await userEvent.click(all)
  await settled()
  expect(await faults()).toEqual([])
})

const overlays: Record<string, readonly [RegExp, RegExp, 'dialog' | 'menu']> = {
  'column chooser': [/^ستون‌ها$/, /^Columns$/, 'dialog'],
  'quick filter': [/^افزودن فیلتر$/, /^Add filter$/, 'dialog'],
  'chip editor': [/^ویرایش فیلتر مسئول/, /^Edit filter Owner/, 'dialog'],
  'filter builder': [/^فیلتر پیشرفته$/, /^Advanced filter$/, 'dialog'],
  palette: [/^باز کردن جست‌وجو$/, /^Open search$/, 'dialog'],
  'view menu': [/^اقدام‌های نمای/, /^Actions of view/, 'menu'],
  'scope menu': [/^مشاهده، مخاطبان/, /^Read, Parties/, 'menu'],
}

for (const [name, [fa, en, role]] of Object.entries(overlays)) {
  test.each(overlayLooks)(`an open ${name} is accessible in %s, %s`, async (locale, theme) => {
    await open(locale, theme)
    await press(locale === 'fa' ? fa : en)
    const overlay = await screen.findByRole(role)
    await settled()
    expect(await faults(overlay)).toEqual([])
  })
}

test.each(['fa', 'en'] as const)('nothing is wider than a phone in %s', async (locale) => {
  await open(locale, 'light', 390)
  expect(document.documentElement.scrollWidth).toBe(390)
  expect(await faults()).toEqual([])
})
