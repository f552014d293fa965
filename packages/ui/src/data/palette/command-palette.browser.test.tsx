import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { CommandPalette, type PaletteSection } from './command-palette.tsx'
import { usePaletteShortcut } from './use-palette-shortcut.ts'

const opened = vi.fn<(id: string) => void>()
const asked = vi.fn<(text: string) => void>()
const item = (id: string, label: string) => ({ id, label, onAction: () => opened(id) })
const found: PaletteSection[] = [
  { id: 'parties', title: 'مخاطبان', items: [item('a', 'داروسازي سپهر'), item('b', 'سپهر آریا')] },
  { id: 'commands', title: 'فرمان‌ها', items: [item('c', 'ایجاد مشتری')] },
]

const Case = () => {
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  usePaletteShortcut(() => setOpen(!isOpen))
  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={setOpen}
      onQuery={(next) => {
        asked(next)
        setText(next)
      }}
      recent={[item('r', 'بهرام رضایی')]}
      sections={text ? found : []}
    />
  )
}

const open = async () => {
  opened.mockReset()
  asked.mockReset()
  renderUi(<Case />)
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('dialog')
}

test('Ctrl K opens it with the recent items, Escape closes it', async () => {
  await open()
  expect(screen.getByRole('option', { name: 'بهرام رضایی' })).toBeTruthy()
  expect(document.activeElement?.tagName).toBe('INPUT')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('the query waits for a pause, arrows choose among sections, Enter acts and closes', async () => {
  await open()
  await userEvent.keyboard('سپهر')
  await screen.findByRole('option', { name: 'سپهر آریا' })
  expect(asked.mock.calls.map(([text]) => text)).toEqual(['', 'سپهر'])
  await screen.findByText('۳ نتیجه')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(opened).toHaveBeenCalledExactlyOnceWith('c')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('hits are marked whichever way they are spelt', async () => {
  await open()
  await userEvent.keyboard('داروسازی')
  await waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('داروسازي'))
})
