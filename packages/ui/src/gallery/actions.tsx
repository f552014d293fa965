import { Archive, Bell, Copy, Ellipsis, LayoutGrid, List, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../actions/button.tsx'
import { ButtonGroup } from '../actions/button-group.tsx'
import { IconButton } from '../actions/icon-button.tsx'
import { ButtonLink, Link } from '../actions/link.tsx'
import { SegmentedControl } from '../actions/segmented-control.tsx'
import { Row, Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

export const ActionsGallery = () => {
  const say = useWords()
  const [view, setView] = useState<'list' | 'board'>('list')
  return (
    <Specimen title={say('دکمه‌ها', 'Buttons')}>
      <Row>
        <Button kind="primary" icon={<Plus />}>
          {say('سرنخ جدید', 'New lead')}
        </Button>
        <Button>{say('ویرایش', 'Edit')}</Button>
        <Button kind="quiet">{say('انصراف', 'Cancel')}</Button>
        <Button kind="danger" icon={<Trash2 />}>
          {say('حذف', 'Delete')}
        </Button>
        <Button kind="primary" isPending>
          {say('در حال ذخیره', 'Saving')}
        </Button>
        <Button isDisabled>{say('غیرفعال', 'Disabled')}</Button>
        <ButtonLink href="#" icon={<Copy />}>
          {say('پیوند دکمه‌ای', 'Link as a button')}
        </ButtonLink>
        <Link href="#">{say('پیوند', 'Link')}</Link>
      </Row>
      <Row>
        <Button size="small">{say('کوچک', 'Small')}</Button>
        <Button size="large" kind="primary">
          {say('بزرگ', 'Large')}
        </Button>
        <ButtonGroup label={say('کارهای ردیف', 'Row actions')}>
          <IconButton label={say('اعلان‌ها', 'Notifications')} icon={<Bell />} shortcut="G N" />
          <IconButton label={say('بایگانی', 'Archive')} icon={<Archive />} kind="secondary" />
          <IconButton label={say('حذف', 'Delete')} icon={<Trash2 />} kind="danger" />
          <IconButton label={say('بیشتر', 'More')} icon={<Ellipsis />} isDisabled />
        </ButtonGroup>
        <SegmentedControl
          label={say('نما', 'View')}
          value={view}
          onChange={setView}
          options={[
            { id: 'list', label: say('فهرست', 'List'), icon: <List /> },
            { id: 'board', label: say('تخته', 'Board'), icon: <LayoutGrid /> },
          ]}
        />
      </Row>
    </Specimen>
  )
}
