import { startTexts } from '@peyvand/platform/web'
import { UiProvider } from '@peyvand/ui'
import { cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { fa } from '../../contract/fa.ts'
import type { MergeField } from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { TemplateTextField } from './template-text-field.tsx'

const fields: MergeField[] = [
  ['party.name', 'نام مخاطب'],
  ['party.city', 'شهر'],
].map(([key = '', label = '']) => ({
  key,
  group: 'party',
  labelFa: label,
  labelEn: key,
  isAlwaysFilled: false,
  isCustom: false,
}))
const labelOf = (key: string) => fields.find((field) => field.key === key)?.labelFa ?? key
const merge: MergeFields = {
  isLoaded: true,
  fields,
  nameOf: labelOf,
  markOf: labelOf,
  toOutline: (text) => text,
  toShown: (text) => text,
  toStored: (text) => text,
}

beforeEach(() => {
  cleanup()
  startTexts('fa', fa)
  const Case = () => {
    const [text, setText] = useState('')
    return <TemplateTextField label="متن" merge={merge} countsSms value={text} onChange={setText} />
  }
  render(
    <UiProvider locale="fa" theme="light">
      <Case />
    </UiProvider>,
  )
})
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'متن' })
const pick = async (search: string) => {
  await userEvent.click(screen.getByRole('button', { name: fa['templates.ui.insertField'] }))
  await userEvent.keyboard(search)
  await userEvent.keyboard('{ArrowDown}{Enter}')
}

test('a field is found by typing and stands where the caret was', async () => {
  await userEvent.type(area(), 'سلام دوست')
  area().setSelectionRange(5, 5)
  await pick('شهر')
  expect(area()).toHaveValue('سلام {{شهر}}دوست')
  await expect.poll(() => document.activeElement).toBe(area())
  await userEvent.keyboard('، ')
  expect(area()).toHaveValue('سلام {{شهر}}، دوست')
})

test('what is selected becomes an optional part', async () => {
  await userEvent.type(area(), 'از تهران')
  area().setSelectionRange(3, 8)
  await userEvent.click(screen.getByRole('button', { name: fa['templates.ui.optionalPart'] }))
  expect(area()).toHaveValue('از [[تهران]]')
})

test('the SMS parts are counted while typing', async () => {
  expect(screen.getByText(/^۰ پیامک/)).toBeVisible()
  await userEvent.fill(area(), 'س'.repeat(71))
  expect(screen.getByText('۲ پیامک · ۷۱ نویسه · ۶۳ نویسه تا پیامک بعدی')).toBeVisible()
})
