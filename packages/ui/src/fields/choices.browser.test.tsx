import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { DatePicker } from '../dates/date-picker.tsx'
import { renderUi } from '../testing/render-ui.tsx'
import { bindField } from './bind-field.ts'
import { ComboBox } from './combo-box.tsx'
import { FileDrop } from './file-drop.tsx'
import type { Option } from './option.ts'
import { RadioGroup } from './radio-group.tsx'
import { Select } from './select.tsx'
import { TagPicker } from './tag-picker.tsx'
import { TextField } from './text-field.tsx'

const companies: Option[] = [
  { id: 'sepehr', label: 'داروسازی سپهر' },
  { id: 'karun', label: 'کشت‌وصنعت کارون' },
  { id: 'ali', label: 'پخش علی' },
]

const ComboCase = ({ onCreate }: { onCreate?: (text: string) => void }) => {
  const [value, setValue] = useState<string | null>(null)
  return (
    <>
      <ComboBox
        label="شرکت"
        options={companies}
        value={value}
        onChange={setValue}
        {...(onCreate && { onCreate })}
      />
      <output>{value}</output>
    </>
  )
}

const names = () => screen.getAllByRole('option').map((option) => option.textContent)

test.each([
  ['كشت', 'کشت‌وصنعت کارون'],
  ['کشت وصنعت', 'کشت‌وصنعت کارون'],
  ['علي', 'پخش علی'],
])('«%s» finds «%s» whatever keyboard and half-space', async (typed, label) => {
  renderUi(<ComboCase />)
  await userEvent.click(screen.getByRole('combobox', { name: 'شرکت' }))
  await userEvent.keyboard(typed)
  await waitFor(() => expect(names()).toEqual([label]))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe(label)
  expect(screen.getByRole('status').textContent).toBe(companies.find((one) => one.label === label)?.id)
})

test('a text that matches nothing can be made new; leaving without it restores the value', async () => {
  const create = vi.fn<(text: string) => void>()
  renderUi(<ComboCase onCreate={create} />)
  await userEvent.click(screen.getByRole('combobox', { name: 'شرکت' }))
  await userEvent.keyboard('فولاد')
  await userEvent.click(await screen.findByRole('option', { name: 'افزودن «فولاد»' }))
  expect(create).toHaveBeenCalledWith('فولاد')
  await userEvent.click(screen.getByRole('combobox', { name: 'شرکت' }))
  await userEvent.keyboard('xyz')
  await userEvent.keyboard('{Escape}')
  await userEvent.tab()
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('')
})

test('server options come after a pause, only the last question counts, failure is told', async () => {
  const asked: string[] = []
  const load = async (text: string) => {
    asked.push(text)
    if (text === 'خطا') throw new Error('refused')
    return companies.filter(({ label }) => label.includes(text))
  }
  const Case = () => {
    const [value, setValue] = useState<string | null>('old')
    return (
      <ComboBox label="شرکت" loadOptions={load} value={value} valueLabel="شرکت قدیمی" onChange={setValue} />
    )
  }
  renderUi(<Case />)
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('شرکت قدیمی')
  await userEvent.fill(screen.getByRole('combobox'), 'سپهر')
  await waitFor(() => expect(names()).toEqual(['داروسازی سپهر']))
  expect(asked).not.toContain('سپه')
  await userEvent.fill(screen.getByRole('combobox'), 'خطا')
  expect(await screen.findByText('خطایی رخ داد؛ دوباره تلاش کنید.')).toBeTruthy()
})

test('tags are added by typing and taken away by Backspace', async () => {
  const Case = () => {
    const [value, setValue] = useState<Option[]>([])
    return <TagPicker label="برچسب‌ها" options={companies} value={value} onChange={setValue} />
  }
  renderUi(<Case />)
  await userEvent.click(screen.getByRole('combobox'))
  await userEvent.keyboard('سپهر')
  await userEvent.click(await screen.findByRole('option', { name: 'داروسازی سپهر' }))
  await userEvent.keyboard('{Escape}')
  expect(await screen.findByRole('row', { name: 'داروسازی سپهر' })).toBeTruthy()
  expect(screen.getByRole('button', { name: /برداشتن داروسازی سپهر/ })).toBeTruthy()
  await userEvent.click(screen.getByRole('combobox'))
  await userEvent.keyboard('{Backspace}{Escape}')
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull())
  expect(screen.queryByText('داروسازی سپهر')).toBeNull()
})

test('a form puts the focus on its first field in error and shows the message', async () => {
  const save = vi.fn<(values: unknown) => void>()
  const Form = () => {
    const form = useForm({
      defaultValues: { name: '', stage: null as string | null, day: null as string | null },
    })
    const rules = { required: 'required' }
    const text = () => 'وارد کردن این فیلد الزامی است.'
    return (
      <form onSubmit={(event) => void form.handleSubmit(save)(event)}>
        <Controller
          control={form.control}
          name="name"
          rules={rules}
          render={(f) => <TextField label="نام" {...bindField(f, text)} />}
        />
        <Controller
          control={form.control}
          name="stage"
          render={(f) => <Select label="مرحله" options={companies} {...bindField(f)} />}
        />
        <Controller
          control={form.control}
          name="day"
          render={(f) => <DatePicker label="روز" {...bindField(f)} />}
        />
        <button type="submit">ذخیره</button>
      </form>
    )
  }
  renderUi(<Form />)
  await userEvent.click(screen.getByRole('button', { name: 'ذخیره' }))
  const name = screen.getByRole('textbox', { name: 'نام' })
  await waitFor(() => expect(document.activeElement).toBe(name))
  expect(name.getAttribute('aria-invalid')).toBe('true')
  const described = (name.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
  expect(described).toContain('وارد کردن این فیلد الزامی است.')
  await userEvent.fill(name, 'سارا')
  await userEvent.click(screen.getByRole('button', { name: 'ذخیره' }))
  await waitFor(() => expect(save).toHaveBeenCalledOnce())
  expect(save.mock.calls[0]?.[0]).toEqual({ name: 'سارا', stage: null, day: null })
})

test('files of the wrong kind or size are named and refused', async () => {
  const files = vi.fn<(files: File[]) => void>()
  renderUi(<FileDrop onFiles={files} accept={['.csv']} maxBytes={10} />)
  const chooser = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!chooser) throw new Error('no chooser')
  await userEvent.upload(chooser, [
    new File(['a,b'], 'ok.csv', { type: 'text/csv' }),
    new File(['x'.repeat(20)], 'big.csv', { type: 'text/csv' }),
    new File(['x'], 'photo.png', { type: 'image/png' }),
  ])
  await waitFor(() => expect(files).toHaveBeenCalledOnce())
  expect(files.mock.calls[0]?.[0].map((file) => file.name)).toEqual(['ok.csv'])
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
    'حجم «big.csv» بیش از ۱ کیلوبایت است.',
    'نوع فایل «photo.png» مجاز نیست.',
  ])
})

test('dates and choices in error take the focus as well', async () => {
  const Form = () => {
    const form = useForm({ defaultValues: { day: null as string | null, kind: null as string | null } })
    return (
      <form onSubmit={(event) => void form.handleSubmit(() => undefined)(event)}>
        <Controller
          control={form.control}
          name="day"
          rules={{ required: 'روز را بنویسید.' }}
          render={(f) => <DatePicker label="روز" {...bindField(f)} />}
        />
        <Controller
          control={form.control}
          name="kind"
          rules={{ required: 'نوع را انتخاب کنید.' }}
          render={(f) => <RadioGroup label="نوع" options={companies} {...bindField(f)} />}
        />
        <button type="submit">ذخیره</button>
      </form>
    )
  }
  renderUi(<Form />)
  await userEvent.click(screen.getByRole('button', { name: 'ذخیره' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('spinbutton', { name: /سال/ })))
  expect(screen.getByText('روز را بنویسید.')).toBeTruthy()
  await userEvent.keyboard('14050901')
  await userEvent.click(screen.getByRole('button', { name: 'ذخیره' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]))
})
