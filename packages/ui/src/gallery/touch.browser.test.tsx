import { cleanup, render } from '@testing-library/react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import '../styles.css'
import { GalleryPage } from './index.tsx'

type DevTools = { send: (method: string, params: object) => Promise<unknown> }
const touch = (isOn: boolean) =>
  (cdp() as DevTools).send('Emulation.setTouchEmulationEnabled', {
    enabled: isOn,
    maxTouchPoints: 1,
  })

beforeAll(async () => {
  await touch(true)
  await page.viewport(390, 844)
})
afterAll(async () => {
  await touch(false)
  await page.viewport(1440, 900)
})

test('on a touch screen what is pressed is at least 44 px high', () => {
  expect(matchMedia('(pointer: coarse)').matches).toBe(true)
  cleanup()
  render(<GalleryPage locale="fa" theme="light" />)
  const targets = [
    ...document.querySelectorAll('button, textarea, [role=tab], [role=switch], .date-segments, select'),
  ].filter((element) => !element.closest('[aria-hidden=true], [style*="clip"]'))
  expect(targets.length).toBeGreaterThan(50)
  const small = targets
    .filter((element) => element.getBoundingClientRect().width > 2)
    .map((element) => element.closest('label, [role=group]:has(.date-segments)') ?? element)
    .filter((element) => element.getBoundingClientRect().height < 43.5)
    .map(
      (element) =>
        `${element.getAttribute('aria-label') ?? element.textContent}: ${element.getBoundingClientRect().height}`,
    )
  expect(small).toEqual([])
})
