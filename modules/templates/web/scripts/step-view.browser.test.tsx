import { startTexts } from '@peyvand/platform/web'
import { UiProvider } from '@peyvand/ui'
import { cleanup, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { fa as platformFa } from '../../../../platform/contract/fa.ts'
import { fa } from '../../contract/fa.ts'
import type { RunStep, ScriptAnswer, ScriptQuestion } from '../../contract/index.ts'
import { StepView } from './step-view.tsx'

beforeEach(() => startTexts('fa', { ...platformFa, ...fa }))

const options = [
  { id: 'a', label: 'ورق', next: null },
  { id: 'b', label: 'لوله', next: null },
]
const show = (
  question: Partial<ScriptQuestion> | null,
  { answer = null as ScriptAnswer, onBack = vi.fn<() => void>() } = {},
) => {
  cleanup()
  const onAnswer = vi.fn<(answer: ScriptAnswer) => void>()
  const step: RunStep = {
    id: 's1',
    title: 'نیاز',
    text: 'سلام سرکار خانم کاظمی',
    question: question && { type: 'text', label: 'کدام کالا؟', required: true, options: [], ...question },
    isPassed: false,
    answer,
  }
  render(
    <UiProvider locale="fa" theme="light">
      <StepView step={step} number={2} onAnswer={onAnswer} onBack={onBack} />
    </UiProvider>,
  )
  return { onAnswer, onBack }
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('shows what to say, and goes on where nothing is asked', async () => {
  const { onAnswer } = show(null)
  expect(screen.getByText('سلام سرکار خانم کاظمی')).toBeVisible()
  expect(screen.getByText('گام ۲ · نیاز')).toBeVisible()
  await press('بعدی')
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(null)
})

test('one option is an answer at once', async () => {
  const { onAnswer } = show({ type: 'single', options })
  expect(screen.queryByRole('button', { name: 'بدون پاسخ' })).toBeNull()
  await press('لوله')
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith('b')
})

test('a question that may be passed over says so', async () => {
  const { onAnswer } = show({ type: 'single', options, required: false })
  await press('بدون پاسخ')
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(null)
})

test('several options are asked for and sent together', async () => {
  const { onAnswer } = show({ type: 'multi', options })
  await press('بعدی')
  expect(onAnswer).not.toHaveBeenCalled()
  expect(screen.getByText(platformFa['error.required'])).toBeVisible()
  for (const { label } of options) await userEvent.click(screen.getByText(label))
  await press('بعدی')
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(['a', 'b'])
})

test('a number is typed in Persian digits and sent by Enter', async () => {
  const { onAnswer } = show({ type: 'number' })
  await userEvent.type(screen.getByRole('textbox'), '۱۲٫۵{Enter}')
  expect(onAnswer).toHaveBeenLastCalledWith(12.5)
})

test('an answer given before stands there, and one goes back', async () => {
  const { onAnswer, onBack } = show({ type: 'text' }, { answer: 'ورق سیاه' })
  expect(screen.getByRole('textbox')).toHaveValue('ورق سیاه')
  await press('گام قبل')
  expect(onBack).toHaveBeenCalledOnce()
  await press('بعدی')
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith('ورق سیاه')
})
