import { cleanup, render, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles.css'
import { UiProvider } from '../../provider/ui-provider.tsx'
import { DataGallery } from '../gallery.tsx'

const faults = async () => {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  )
}
const isPassing = ({ effect }: Animation) =>
  effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY
const settled = () => waitFor(() => expect(document.getAnimations().filter(isPassing)).toEqual([]))

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

const cases = [
  ['fa', 'light'],
  ['fa', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const

test.each(cases)('every data component is accessible in %s, %s', async (locale, theme) => {
  await open(locale, theme)
  expect(await faults()).toEqual([])
})

test.each(cases)('a selection with its bars is accessible in %s, %s', async (locale, theme) => {
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
  test.each(cases)(`an open ${name} is accessible in %s, %s`, async (locale, theme) => {
    await open(locale, theme)
    await press(locale === 'fa' ? fa : en)
    await screen.findByRole(role)
    await settled()
    expect(await faults()).toEqual([])
  })
}

test.each(['fa', 'en'] as const)('nothing is wider than a phone in %s', async (locale) => {
  await open(locale, 'light', 390)
  expect(document.documentElement.scrollWidth).toBe(390)
  expect(await faults()).toEqual([])
})
