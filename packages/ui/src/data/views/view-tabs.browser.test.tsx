import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { type ViewSharing, ViewTabs } from './view-tabs.tsx'

const setUp = (value: string, isChanged = false) => {
  const on = {
    onChange: vi.fn<(id: string) => void>(),
    onSave: vi.fn<() => void>(),
    onSaveAs: vi.fn<(name: string) => void>(),
    onReset: vi.fn<() => void>(),
    onRename: vi.fn<(id: string, name: string) => void>(),
    onShare: vi.fn<(id: string, sharing: ViewSharing) => void>(),
    onDefault: vi.fn<(id: string | null) => void>(),
    onDelete: vi.fn<(id: string) => void>(),
  }
  const views = [
    { id: 'all', name: 'همه' },
    { id: 'mine', name: 'من', canChange: true, sharing: { visibility: 'private' as const, teamIds: [] } },
  ]
  renderUi(
    <ViewTabs
      views={views}
      value={value}
      isChanged={isChanged}
      teams={[{ id: 't1', label: 'فروش' }]}
      {...on}
    />,
  )
  return on
}
const click = async (role: 'button' | 'menuitem' | 'radio', name: string | RegExp) =>
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
  await click('menuitem', 'نمای پیش‌فرض من')
  expect(on.onDefault).toHaveBeenCalledExactlyOnceWith('mine')
  await click('button', 'اقدام‌های نمای من')
  await click('menuitem', 'اشتراک‌گذاری…')
  // The dialog is a part of its own, which may come late the first time.
  await userEvent.click(await screen.findByText('اعضای تیم‌ها', {}, { timeout: 5000 }))
  await click('button', /^انتخاب کنید|تیم‌ها/)
  await userEvent.click(await screen.findByRole('option', { name: 'فروش' }))
  await userEvent.keyboard('{Escape}')
  const dialog = await screen.findByRole('dialog', { name: 'من' })
  await userEvent.click(within(dialog).getByRole('button', { name: 'ذخیره' }))
  expect(on.onShare).toHaveBeenCalledExactlyOnceWith('mine', { visibility: 'team', teamIds: ['t1'] })
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
