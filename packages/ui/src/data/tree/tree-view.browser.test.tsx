import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import { type TreeMove, type TreeNode, TreeView } from './tree-view.tsx'

const nodes: TreeNode[] = [
  {
    id: 'sales',
    label: 'فروش',
    children: [
      { id: 'tehran', label: 'تهران' },
      { id: 'mashhad', label: 'مشهد' },
    ],
  },
  { id: 'support', label: 'پشتیبانی' },
]
const row = (name: string) => screen.getByRole('row', { name })

test('in Persian the left arrow opens a node and the right one closes it', async () => {
  renderUi(<TreeView label="تیم‌ها" nodes={nodes} />)
  expect(screen.queryByRole('row', { name: 'تهران' })).toBeNull()
  act(() => row('فروش').focus())
  await userEvent.keyboard('{ArrowLeft}')
  expect(row('تهران').getAttribute('aria-level')).toBe('2')
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.queryByRole('row', { name: 'تهران' })).toBeNull()
})

test('a node is chosen by the keyboard', async () => {
  const onSelect = vi.fn<(id: string | null) => void>()
  renderUi(<TreeView label="تیم‌ها" nodes={nodes} selectedId={null} onSelect={onSelect} />)
  act(() => row('فروش').focus())
  await userEvent.keyboard('{ArrowDown}')
  expect(onSelect).toHaveBeenLastCalledWith('support')
})

test('a node is moved into another by the keyboard', async () => {
  const onMove = vi.fn<(move: TreeMove) => void>()
  renderUi(<TreeView label="تیم‌ها" nodes={nodes} defaultExpanded={['sales']} onMove={onMove} />)
  act(() => row('پشتیبانی').focus())
  await userEvent.keyboard('{ArrowLeft}{Enter}')
  await userEvent.keyboard('{Home}')
  for (let i = 0; i < 8 && !/فروش/.test(document.activeElement?.getAttribute('aria-label') ?? ''); i++) {
    await userEvent.keyboard('{ArrowDown}')
  }
  await userEvent.keyboard('{Enter}')
  expect(onMove).toHaveBeenCalledTimes(1)
  expect(onMove.mock.calls[0]?.[0]).toMatchObject({ ids: ['support'] })
})
