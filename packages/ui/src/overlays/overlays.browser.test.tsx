import { screen, waitFor } from '@testing-library/react'
import { DialogTrigger, MenuTrigger, SubmenuTrigger } from 'react-aria-components'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Button } from '../actions/button.tsx'
import { renderUi } from '../testing/render-ui.tsx'
import { confirm } from './confirm.ts'
import { Dialog } from './dialog.tsx'
import { Drawer } from './drawer.tsx'
import { Menu, MenuItem } from './menu.tsx'
import { toast } from './toast.ts'

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

afterEach(() => page.viewport(1440, 900))

test('a dialog takes the focus, keeps it inside and gives it back', async () => {
  renderUi(
    <DialogTrigger>
      <Button>باز کردن</Button>
      <Dialog title="ثبت تماس" footer={(close) => <Button onPress={close}>ذخیره</Button>}>
        متن
      </Dialog>
    </DialogTrigger>,
  )
  await press('باز کردن')
  const dialog = await screen.findByRole('dialog', { name: 'ثبت تماس' })
  for (let step = 0; step < 5; step += 1) {
    await userEvent.tab()
    expect(dialog.contains(document.activeElement)).toBe(true)
  }
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'باز کردن' })))
})

test.each([
  ['fa', 'end', 'left'],
  ['fa', 'start', 'right'],
  ['en', 'end', 'right'],
  ['en', 'start', 'left'],
] as const)('in %s a drawer at the %s stands at the %s edge', async (locale, side, edge) => {
  await page.viewport(1440, 900)
  renderUi(
    <Drawer isOpen side={side} title="Drawer">
      text
    </Drawer>,
    { locale },
  )
  const panel = (await screen.findByRole('dialog')).getBoundingClientRect()
  await waitFor(() => {
    const box = screen.getByRole('dialog').getBoundingClientRect()
    expect(edge === 'left' ? box.left : window.innerWidth - box.right).toBeLessThan(2)
  })
  expect(panel.width).toBeLessThan(500)
})

test('on a phone a drawer covers the width', async () => {
  await page.viewport(390, 844)
  renderUi(
    <Drawer isOpen title="کشو">
      متن
    </Drawer>,
  )
  expect((await screen.findByRole('dialog')).getBoundingClientRect().width).toBeGreaterThan(385)
})

test('a menu opens under the right edge of its button in Persian and runs its action', async () => {
  const copy = vi.fn<() => void>()
  renderUi(
    <div style={{ padding: 200 }}>
      <MenuTrigger>
        <Button>کارها</Button>
        <Menu>
          <MenuItem onAction={copy}>ایجاد مشابه</MenuItem>
          <MenuItem isDanger>حذف</MenuItem>
        </Menu>
      </MenuTrigger>
    </div>,
  )
  await press('کارها')
  const menu = await screen.findByRole('menu')
  const button = document.querySelector('[aria-haspopup]')
  if (!button) throw new Error('no trigger')
  expect(Math.abs(menu.getBoundingClientRect().right - button.getBoundingClientRect().right)).toBeLessThan(4)
  await userEvent.click(screen.getByRole('menuitem', { name: 'ایجاد مشابه' }))
  expect(copy).toHaveBeenCalledOnce()
})

test('a submenu opens beside its item, to the left in Persian', async () => {
  renderUi(
    <div style={{ padding: '100px 500px' }}>
      <MenuTrigger>
        <Button>کارها</Button>
        <Menu>
          <SubmenuTrigger>
            <MenuItem>ارجاع به</MenuItem>
            <Menu>
              <MenuItem>سارا صادقی</MenuItem>
            </Menu>
          </SubmenuTrigger>
        </Menu>
      </MenuTrigger>
    </div>,
  )
  await press('کارها')
  await userEvent.click(await screen.findByRole('menuitem', { name: 'ارجاع به' }))
  const person = await screen.findByRole('menuitem', { name: 'سارا صادقی' })
  const parent = screen.getByRole('menuitem', { name: 'ارجاع به' })
  expect(person.getBoundingClientRect().right).toBeLessThanOrEqual(parent.getBoundingClientRect().left + 8)
  await userEvent.click(person)
})

test('confirm resolves with what was pressed; a dangerous question rests on «انصراف»', async () => {
  renderUi(<span />)
  const ask = () =>
    confirm({ title: 'حذف', body: 'آیا مطمئن هستید؟', confirmLabel: 'حذف شود', isDanger: true })
  const agreed = ask()
  await screen.findByRole('alertdialog', { name: 'حذف' })
  expect(document.activeElement?.textContent).toBe('انصراف')
  await press('حذف شود')
  await expect(agreed).resolves.toBe(true)
  const refused = ask()
  await screen.findByRole('alertdialog')
  await userEvent.keyboard('{Escape}')
  await expect(refused).resolves.toBe(false)
})

test('a toast is announced, can be undone and goes', async () => {
  const undo = vi.fn<() => void>()
  renderUi(<span />)
  toast({ title: '۳ سرنخ حذف شد.', kind: 'ok', action: { label: 'بازگردانی', onPress: undo } })
  const shown = await screen.findByRole('alertdialog', { name: '۳ سرنخ حذف شد.' })
  expect(shown.querySelector('[role=alert]')?.textContent).toContain('۳ سرنخ حذف شد.')
  expect(screen.getByRole('region', { name: 'اعلان‌ها' })).toBeTruthy()
  await press('بازگردانی')
  expect(undo).toHaveBeenCalledOnce()
  await waitFor(() => expect(screen.queryByText('۳ سرنخ حذف شد.')).toBeNull())
})
