import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { PermissionMatrix, type PermissionValue } from './permission-matrix.tsx'

const setUp = () => {
  const seen: { value: PermissionValue } = { value: {} }
  const Case = () => {
    const [value, setValue] = useState<PermissionValue>({ parties: { read: 'team' } })
    seen.value = value
    return (
      <PermissionMatrix
        label="دسترسی"
        rows={[
          { id: 'parties', label: 'مخاطبان' },
          { id: 'reports', label: 'گزارش‌ها' },
        ]}
        actions={[
          { id: 'read', label: 'مشاهده' },
          { id: 'edit', label: 'ویرایش' },
        ]}
        scopesOf={(row, action) =>
          row === 'reports' && action === 'edit' ? [] : ['none', 'own', 'team', 'all']
        }
        value={value}
        onChange={setValue}
      />
    )
  }
  renderUi(<Case />)
  return seen
}
const cell = (name: RegExp) => screen.getByRole('button', { name })

test('arrows move as they point, digits set the scope at once', async () => {
  const seen = setUp()
  act(() => cell(/مشاهده، مخاطبان: تیم/).focus())
  await userEvent.keyboard('{ArrowLeft}1')
  expect(seen.value['parties']).toEqual({ read: 'team', edit: 'own' })
  await userEvent.keyboard('{ArrowRight}{ArrowRight}4')
  expect(seen.value['parties']).toEqual({ read: 'all', edit: 'all' })
  expect(screen.queryByRole('menu')).toBeNull()
})

test('a scope that makes no sense for a cell is refused', async () => {
  const seen = setUp()
  act(() => cell(/مشاهده، گزارش‌ها/).focus())
  await userEvent.keyboard('3')
  expect(seen.value['reports']).toBeUndefined()
  await userEvent.keyboard('{ArrowLeft}4')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('کاربرد ندارد')
  expect(seen.value['reports']).toBeUndefined()
})

test('Enter opens the choices, which are moved through as usual', async () => {
  const seen = setUp()
  act(() => cell(/مشاهده، مخاطبان/).focus())
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('menu')
  await userEvent.keyboard('{End}{Enter}')
  expect(seen.value['parties']).toEqual({ read: 'all' })
})
