import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../actions/button.tsx'
import { Breadcrumbs } from '../layout/breadcrumbs.tsx'
import { Accordion, Disclosure } from '../layout/disclosure.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { SplitPane } from '../layout/split-pane.tsx'
import { Tabs } from '../layout/tabs.tsx'
import { useFormat } from '../provider/use-format.ts'
import { Specimen } from './specimen.tsx'
import { useWords } from './words.ts'

export const LayoutGallery = () => {
  const say = useWords()
  const format = useFormat()
  const [tab, setTab] = useState<'stream' | 'docs' | 'files'>('stream')
  const [letter, setLetter] = useState<string | null>(say('نامهٔ استعلام قیمت', 'Price inquiry'))
  return (
    <Specimen title={say('چیدمان', 'Layout')}>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            items={[
              { label: say('مخاطبان', 'Contacts'), href: '#contacts' },
              { label: say('سرنخ‌ها', 'Leads') },
            ]}
          />
        }
        title={say('سرنخ‌ها', 'Leads')}
        count={format.number(1240)}
        actions={
          <Button kind="primary" icon={<Plus />}>
            {say('سرنخ جدید', 'New lead')}
          </Button>
        }
      />
      <Tabs
        label={say('بخش‌ها', 'Parts')}
        value={tab}
        onChange={setTab}
        items={[
          { id: 'stream', label: say('جریان', 'Stream'), content: <p>{say('رویدادها', 'Events')}</p> },
          {
            id: 'docs',
            label: say('اسناد', 'Documents'),
            count: format.number(4),
            content: <p>{say('اسناد فروش', 'Sales documents')}</p>,
          },
          { id: 'files', label: say('پیوست‌ها', 'Files'), isDisabled: true, content: null },
        ]}
      />
      <Accordion defaultOpen={['a']}>
        <Disclosure id="a" title={say('نشانی‌ها', 'Addresses')}>
          {say('تهران، خیابان ولیعصر', 'Valiasr Street, Tehran')}
        </Disclosure>
        <Disclosure id="b" title={say('حساب‌های بانکی', 'Bank accounts')}>
          {say('ثبت نشده است', 'None')}
        </Disclosure>
      </Accordion>
      <div className="flex h-52">
        <SplitPane
          listLabel={say('فهرست کارتابل', 'Worklist')}
          detailLabel={say('جزئیات', 'Detail')}
          list={[say('نامهٔ استعلام قیمت', 'Price inquiry'), say('صورت‌جلسه', 'Minutes')].map((subject) => (
            <button
              key={subject}
              type="button"
              aria-pressed={letter === subject}
              onClick={() => setLetter(subject)}
              className="block min-h-row w-full cursor-pointer border-b border-line px-3 text-start -outline-offset-2 hover:bg-surface-2 aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
            >
              {subject}
            </button>
          ))}
          detail={letter && <div className="p-4">{letter}</div>}
          onBack={() => setLetter(null)}
        />
      </div>
    </Specimen>
  )
}
