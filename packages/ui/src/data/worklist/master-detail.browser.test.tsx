import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { MasterDetail } from './master-detail.tsx'

type Item = { id: string; name: string; day: string }
const all: Item[] = ['یک', 'دو', 'سه', 'چهار'].map((name, i) => ({
  id: `i${i}`,
  name,
  day: i < 2 ? 'امروز' : 'دیروز',
}))
const shortcut = vi.fn<(key: string, id: string) => void>()

beforeEach(() => page.viewport(1440, 900))

const setUp = () => {
  shortcut.mockReset()
  const seen: { selection: readonly string[] } = { selection: [] }
  const Case = () => {
    const [items, setItems] = useState(all)
    const [openId, setOpen] = useState<string | null>(null)
    const [selection, setSelection] = useState<readonly string[]>([])
    seen.selection = selection
    return (
      <MasterDetail
        className="flex h-100 w-200"
        label="کارتابل"
        detailLabel="مورد"
        items={items}
        itemId={({ id }) => id}
        itemLabel={({ name }) => name}
        renderItem={({ name }) => name}
        renderDetail={({ name }) => (
          <>
            <h4>{`متن ${name}`}</h4>
            <input aria-label="پاسخ" />
          </>
        )}
        groupOf={({ day }) => ({ key: day, label: day })}
        isUnread={({ id }) => id === 'i1'}
        openId={openId}
        onOpen={setOpen}
        selection={selection}
        onSelectionChange={setSelection}
        onShortcut={(key, { id }) => {
          shortcut(key, id)
          if (key === 'E') setItems((before) => before.filter((item) => item.id !== id))
        }}
      />
    )
  }
  renderUi(<Case />)
  return seen
}
const item = (name: string | RegExp) => screen.getByRole('button', { name })
const detail = (name: string) => screen.findByRole('heading', { name: `متن ${name}` })

test('arrows move the one tab stop, Enter opens, J and K read on', async () => {
  setUp()
  act(() => item('یک').focus())
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement?.textContent).toBe('سه')
  await userEvent.keyboard('{Enter}')
  await detail('سه')
  await userEvent.keyboard('j')
  await detail('چهار')
  await userEvent.keyboard('kk')
  await detail('دو')
  expect(item(/دو/).getAttribute('aria-current')).toBe('true')
})

test('J begins at the top when nothing has the focus yet', async () => {
  setUp()
  await userEvent.keyboard('j')
  expect(document.activeElement?.textContent).toBe('یک')
})

test('letters are read by their place on the keyboard and not while writing', async () => {
  setUp()
  await userEvent.click(item('یک'))
  await detail('یک')
  await userEvent.keyboard('r')
  expect(shortcut).toHaveBeenCalledExactlyOnceWith('R', 'i0')
  await userEvent.click(screen.getByRole('textbox', { name: 'پاسخ' }))
  await userEvent.keyboard('reej')
  expect(shortcut).toHaveBeenCalledTimes(1)
  expect(await detail('یک')).toBeTruthy()
})

test('when the open item is done, the next one opens, and after the last the one before it', async () => {
  setUp()
  await userEvent.click(item('سه'))
  await userEvent.keyboard('e')
  expect(await detail('چهار')).toBeTruthy()
  await userEvent.keyboard('e')
  expect(await detail('دو')).toBeTruthy()
})

test('items are selected by X and by their box, groups and unread items are told', async () => {
  const seen = setUp()
  act(() => item('یک').focus())
  await userEvent.keyboard('x')
  await userEvent.click(screen.getByRole('checkbox', { name: 'انتخاب سه' }))
  expect(seen.selection).toEqual(['i0', 'i2'])
  await waitFor(() => expect(screen.getByText('۲ مورد انتخاب شده')).toBeTruthy())
  expect(screen.getByRole('region', { name: 'دیروز' })).toBeTruthy()
  expect(item(/خوانده‌نشده/).textContent).toContain('دو')
})
