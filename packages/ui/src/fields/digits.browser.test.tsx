import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../testing/render-ui.tsx'
import { CodeField } from './code-field.tsx'
import { MoneyField } from './money-field.tsx'
import { NumberField } from './number-field.tsx'

const input = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

const paste = (field: HTMLInputElement, text: string) => {
  field.focus()
  const data = new DataTransfer()
  data.setData('text/plain', text)
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}

const NumberCase = ({ onValue }: { onValue: (value: number | null) => void }) => {
  const [value, setValue] = useState<number | null>(null)
  return (
    <NumberField
      label="تعداد"
      value={value}
      onChange={(next) => {
        setValue(next)
        onValue(next)
      }}
    />
  )
}

test('a number typed on a Latin keyboard is shown in Persian digits and read rightly', async () => {
  let value: number | null = null
  renderUi(<NumberCase onValue={(next) => (value = next)} />)
  await userEvent.click(input('تعداد'))
  await userEvent.keyboard('3500000')
  expect(input('تعداد').value).toBe('۳۵۰۰۰۰۰')
  await userEvent.tab()
  expect(input('تعداد').value).toBe('۳٬۵۰۰٬۰۰۰')
  expect(value).toBe(3_500_000)
})

test.each([
  ['۲۵۰۰۰۰', 250_000],
  ['٢٥٠٠٠٠', 250_000],
  ['250000', 250_000],
])('%s pasted becomes Persian digits', async (text, expected) => {
  let value: number | null = null
  renderUi(<NumberCase onValue={(next) => (value = next)} />)
  await userEvent.click(input('تعداد'))
  if (/^[۰-۹]/.test(text)) await userEvent.keyboard(text)
  else paste(input('تعداد'), text)
  await userEvent.tab()
  expect(input('تعداد').value).toBe('۲۵۰٬۰۰۰')
  expect(value).toBe(expected)
})

test('in English a Persian keyboard writes Latin digits', async () => {
  renderUi(<NumberCase onValue={() => undefined} />, { locale: 'en' })
  await userEvent.click(input('تعداد'))
  await userEvent.keyboard('۱۲۳۴')
  await userEvent.tab()
  expect(input('تعداد').value).toBe('1,234')
})

test('a code is shown in Persian digits, from left to right, and given in Latin ones', async () => {
  let value = ''
  const Case = () => {
    const [code, setCode] = useState('')
    return (
      <CodeField
        label="کد ملی"
        value={code}
        onChange={(next) => {
          setCode(next)
          value = next
        }}
      />
    )
  }
  renderUi(<Case />)
  await userEvent.click(input('کد ملی'))
  await userEvent.keyboard('0016')
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}9')
  expect(input('کد ملی').value).toBe('۰۰۹۱۶')
  expect(value).toBe('00916')
  expect(getComputedStyle(input('کد ملی')).direction).toBe('ltr')
})

const MoneyCase = ({
  unit,
  onValue,
}: {
  unit: 'rial' | 'toman'
  onValue: (value: string | null) => void
}) => {
  const [value, setValue] = useState<string | null>(null)
  return (
    <MoneyField
      label="مبلغ"
      unit={unit}
      value={value}
      onChange={(next) => {
        setValue(next)
        onValue(next)
      }}
    />
  )
}

test('money is grouped while typing, keeps the caret and is spelt out below', async () => {
  let value: string | null = null
  renderUi(<MoneyCase unit="rial" onValue={(next) => (value = next)} />)
  await userEvent.click(input('مبلغ'))
  await userEvent.keyboard('1808800')
  expect(input('مبلغ').value).toBe('۱٬۸۰۸٬۸۰۰')
  expect(screen.getByText('یک میلیون و هشتصد و هشت هزار و هشتصد ریال')).toBeTruthy()
  await userEvent.keyboard('{Home}{ArrowRight}5')
  expect(input('مبلغ').value).toBe('۱۵٬۸۰۸٬۸۰۰')
  await userEvent.keyboard('6')
  expect(input('مبلغ').value).toBe('۱۵۶٬۸۰۸٬۸۰۰')
  expect(value).toBe('156808800')
  await userEvent.clear(input('مبلغ'))
  expect(value).toBeNull()
})

test('an amount typed in Toman is kept in Rial, however large', async () => {
  let value: string | null = null
  renderUi(<MoneyCase unit="toman" onValue={(next) => (value = next)} />)
  await userEvent.click(input('مبلغ'))
  await userEvent.keyboard('9007199254740993')
  expect(value).toBe('90071992547409930')
  expect(input('مبلغ').value).toBe('۹٬۰۰۷٬۱۹۹٬۲۵۴٬۷۴۰٬۹۹۳')
})

test('words for thousands and millions are understood', async () => {
  let value: string | null = null
  renderUi(<MoneyCase unit="toman" onValue={(next) => (value = next)} />)
  await userEvent.click(input('مبلغ'))
  await userEvent.keyboard('2/5 میلیون')
  await userEvent.tab()
  expect(value).toBe('25000000')
  expect(input('مبلغ').value).toBe('۲٬۵۰۰٬۰۰۰')
})

test('what is no amount stays to be mended and counts as none', async () => {
  let value: string | null = null
  renderUi(<MoneyCase unit="toman" onValue={(next) => (value = next)} />)
  await userEvent.click(input('مبلغ'))
  await userEvent.keyboard('12 پرتقال')
  await userEvent.tab()
  expect([input('مبلغ').value, value]).toEqual(['۱۲ پرتقال', null])
  const told = screen.queryByText(/این مبلغ خوانده نشد/)
  expect(told?.textContent).toMatch(/این مبلغ خوانده نشد/)
  expect(input('مبلغ').getAttribute('aria-invalid')).toBe('true')
  await userEvent.fill(input('مبلغ'), '12 میلیون')
  expect(value).toBe('120000000')
  expect(screen.queryByText(/این مبلغ خوانده نشد/)).toBeNull()
})
