import { Copy, Pencil, Trash2 } from 'lucide-react'
import { DialogTrigger, MenuTrigger, SubmenuTrigger } from 'react-aria-components'
import { Button } from '../actions/button.tsx'
import { confirm } from '../overlays/confirm.ts'
import { Dialog } from '../overlays/dialog.tsx'
import { Drawer } from '../overlays/drawer.tsx'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../overlays/menu.tsx'
import { Popover } from '../overlays/popover.tsx'
import { toast } from '../overlays/toast.ts'
import { CallForm } from './call-form.tsx'
import { Row, Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

export const OverlaysGallery = () => {
  const say = useWords()
  return (
    <Specimen title={say('پنجره‌ها و منوها', 'Overlays')}>
      <Row>
        <DialogTrigger>
          <Button>{say('باز کردن پنجره', 'Open dialog')}</Button>
          <Dialog
            title={say('ثبت تماس', 'Log a call')}
            footer={
              <>
                <Button kind="primary" slot="close">
                  {say('ذخیره', 'Save')}
                </Button>
                <Button slot="close">{say('انصراف', 'Cancel')}</Button>
              </>
            }
          >
            <CallForm />
          </Dialog>
        </DialogTrigger>
        <DialogTrigger>
          <Button>{say('کشوی پایان', 'Drawer at the end')}</Button>
          <Drawer title={say('شرکت داروسازی سپهر', 'Sepehr Pharma')}>
            <p className="text-prose">{say('نگاه سریع به پرونده', 'A quick look at the file')}</p>
          </Drawer>
        </DialogTrigger>
        <DialogTrigger>
          <Button>{say('کشوی آغاز', 'Drawer at the start')}</Button>
          <Drawer side="start" title={say('فهرست', 'Navigation')}>
            <p className="text-prose">{say('پیوندها', 'Links')}</p>
          </Drawer>
        </DialogTrigger>
        <DialogTrigger>
          <Button>{say('پنجرهٔ کوچک', 'Popover')}</Button>
          <Popover label={say('راهنما', 'Help')}>
            <p className="max-w-60 text-body">
              {say('توضیحی کوتاه کنار دکمه.', 'A short note beside the button.')}
            </p>
          </Popover>
        </DialogTrigger>
        <MenuTrigger>
          <Button>{say('منو', 'Menu')}</Button>
          <Menu aria-label={say('کارها', 'Actions')}>
            <MenuSection title={say('رکورد', 'Record')}>
              <MenuItem icon={<Pencil />} shortcut="E">
                {say('ویرایش', 'Edit')}
              </MenuItem>
              <MenuItem icon={<Copy />} description={say('با همهٔ فیلدها', 'With all fields')}>
                {say('ایجاد مشابه', 'Duplicate')}
              </MenuItem>
            </MenuSection>
            <SubmenuTrigger>
              <MenuItem>{say('ارجاع به', 'Refer to')}</MenuItem>
              <Menu aria-label={say('همکاران', 'Colleagues')}>
                <MenuItem>{say('سارا صادقی', 'Sara Sadeghi')}</MenuItem>
                <MenuItem>{say('پویا رضایی', 'Pouya Rezaei')}</MenuItem>
              </Menu>
            </SubmenuTrigger>
            <MenuSeparator />
            <MenuItem icon={<Trash2 />} isDanger>
              {say('حذف', 'Delete')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
        <Button
          kind="danger"
          onPress={() =>
            void confirm({
              title: say('حذف ۳ سرنخ', 'Delete 3 leads'),
              body: say('آیا از حذف این موارد مطمئن هستید؟', 'Are you sure you want to delete them?'),
              confirmLabel: say('حذف', 'Delete'),
              isDanger: true,
            })
          }
        >
          {say('پرسش تأیید', 'Confirm')}
        </Button>
        <Button
          onPress={() =>
            toast({
              kind: 'ok',
              title: say('۳ سرنخ حذف شد.', '3 leads deleted.'),
              description: say('تا ۳۰ روز بازگردانی می‌شود.', 'Can be restored for 30 days.'),
              action: {
                label: say('بازگردانی', 'Undo'),
                onPress: () => toast({ title: say('بازگردانده شد.', 'Restored.') }),
              },
            })
          }
        >
          {say('اعلان', 'Toast')}
        </Button>
      </Row>
    </Specimen>
  )
}
