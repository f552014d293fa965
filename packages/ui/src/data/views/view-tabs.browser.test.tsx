import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { ViewTabs } from './view-tabs.tsx'

const setUp = (value: string, isChanged = false) => {
  const on = {
    onChange: vi.fn<(id: string) => void>(),
    onSave: vi.fn<() => void>(),
    onSaveAs: vi.fn<(name: string) => void>(),
    onReset: vi.fn<() => void>(),
    onRename: vi.fn<(id: string, name: string) => void>(),
    onShare: vi.fn<(id: string, isPublic: boolean) => void>(),
    onDelete: vi.fn<(id: string) => void>(),
  }
  const views = [
    { id: 'all', name: 'همه' },
    { id: 'mine', name: 'من', canChange: true },
  ]
  renderUi(<ViewTabs views={views} value={value} isChanged={isChanged} {...on} />)
  return on
}
const click = async (role: 'button' | 'menuitem' | 'radio', name: string) =>
  userEvent.click(await screen.findByRole(role, { name }))

test('a changed ready view can only be saved under a new name or reset', async () => {
  const on = setUp('all', true)
  expect(screen.queryByRole('button', { name: 'ذخیره' })).toBeNull()
  await click('button', 'بازگردانی')
  expect(on.onReset).toHaveBeenCalledTimes(1)
  await click('button', 'ذخیره به‌نام…')
  await userEvent.fill(await screen.findByRole('textbox', { name: /نام نما/ }), '  تهران ')
  await userEvent.keyboard('{Enter}')
  expect(on.onSaveAs).toHaveBeenCalledExactlyOnceWith('تهران')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('an own view is saved, shared, and deleted only after a question', async () => {
  const on = setUp('mine', true)
  await click('button', 'ذخیره')
  expect(on.onSave).toHaveBeenCalledTimes(1)
  await click('button', 'اقدام‌های نمای من')
  await click('menuitem', 'نمایش برای همه')
  expect(on.onShare).toHaveBeenCalledExactlyOnceWith('mine', true)
  await click('button', 'اقدام‌های نمای من')
  await click('menuitem', 'حذف نما')
  await screen.findByRole('alertdialog')
  expect(on.onDelete).not.toHaveBeenCalled()
  await click('button', 'حذف نما')
  await waitFor(() => expect(on.onDelete).toHaveBeenCalledExactlyOnceWith('mine'))
})

test('tabs change the view', async () => {
  const on = setUp('mine')
  await click('radio', 'همه')
  expect(on.onChange).toHaveBeenCalledExactlyOnceWith('all')
})
