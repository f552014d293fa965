import { useMemo, useState } from 'react'
import { Specimen } from '../../gallery/specimen.tsx'
import { useWords } from '../../gallery/words.ts'
import { useUi } from '../../provider/ui-context.ts'
import type { Filter, FilterField } from '../filter/filter.ts'
import { FilterBuilder } from '../filter/filter-builder.tsx'
import { FilterChips } from '../filter/filter-chips.tsx'
import { matchesText } from '../option-search.ts'
import { type SavedView, ViewTabs } from '../views/view-tabs.tsx'

export const useSampleFields = (): readonly FilterField[] => {
  const { locale } = useUi()
  return useMemo(() => {
    const say = (fa: string, en: string) => (locale === 'fa' ? fa : en)
    const people = [
      { value: 'ali', label: say('علی', 'Ali') },
      { value: 'sara', label: say('سارا', 'Sara') },
      { value: 'pouya', label: say('پویا', 'Pouya') },
      { value: 'narges', label: say('نرگس', 'Narges') },
    ]
    return [
      { key: 'name', label: say('نام', 'Name'), type: 'text' },
      {
        key: 'owner',
        label: say('مسئول', 'Owner'),
        type: 'user',
        loadOptions: async (text) => people.filter(({ label }) => matchesText(label, text)),
        nameOf: (value) => people.find((person) => person.value === value)?.label,
      },
      {
        key: 'stage',
        label: say('مرحله', 'Stage'),
        type: 'enum',
        options: [
          { value: 'new', label: say('سرنخ جدید', 'New') },
          { value: 'offer', label: say('پیشنهاد قیمت', 'Offer') },
          { value: 'talks', label: say('مذاکره', 'Talks') },
        ],
      },
      { key: 'value', label: say('ارزش', 'Value'), type: 'money' },
      { key: 'score', label: say('امتیاز', 'Score'), type: 'number' },
      { key: 'nextContact', label: say('تماس بعدی', 'Next contact'), type: 'date' },
      { key: 'active', label: say('فعال', 'Active'), type: 'boolean' },
    ]
  }, [locale])
}

const sampleFilter: Filter = {
  and: [
    { field: 'owner', op: 'in', value: ['ali', 'sara'] },
    { field: 'nextContact', op: 'inPeriod', value: 'thisWeek' },
    {
      or: [
        { field: 'value', op: 'gte', value: '500000000' },
        { field: 'stage', op: 'in', value: ['offer'] },
      ],
    },
  ],
}

export const FiltersGallery = () => {
  const say = useWords()
  const fields = useSampleFields()
  const [filter, setFilter] = useState<Filter | null>(sampleFilter)
  const [draft, setDraft] = useState<Filter | null>(sampleFilter)
  return (
    <>
      <Specimen title={say('نماهای ذخیره‌شده و فیلتر', 'Saved views and filter')}>
        <ViewsExample />
        <FilterChips fields={fields} value={filter} onChange={setFilter} />
      </Specimen>
      <Specimen title={say('سازندهٔ فیلتر', 'Filter builder')}>
        <div className="max-w-140">
          <FilterBuilder fields={fields} value={draft} onChange={setDraft} />
        </div>
      </Specimen>
    </>
  )
}

const ownView = { visibility: 'private', teamIds: [] } as const

const ViewsExample = () => {
  const say = useWords()
  const [open, setOpen] = useState('mine')
  const [isChanged, setChanged] = useState(true)
  const [changes, setChanges] = useState<readonly SavedView[] | null>(null)
  const views: readonly SavedView[] = changes ?? [
    { id: 'all', name: say('همه', 'All'), count: say('۱٬۲۴۰', '1,240') },
    {
      id: 'mine',
      name: say('سرنخ‌های من', 'My leads'),
      count: say('۳۲', '32'),
      canChange: true,
      sharing: ownView,
    },
    {
      id: 'team',
      name: say('پیگیری این هفته', 'Follow-up this week'),
      canChange: true,
      sharing: { visibility: 'team', teamIds: ['sales'] },
    },
  ]
  const change = (id: string, part: Partial<SavedView>) =>
    setChanges(views.map((view) => (view.id === id ? { ...view, ...part } : view)))
  return (
    <ViewTabs
      views={views}
      value={open}
      onChange={setOpen}
      isChanged={isChanged}
      onSave={() => setChanged(false)}
      onReset={() => setChanged(false)}
      onSaveAs={(name) => {
        setChanges([...views, { id: name, name, canChange: true, sharing: ownView }])
        setOpen(name)
        setChanged(false)
      }}
      onRename={(id, name) => change(id, { name })}
      onShare={(id, sharing) => change(id, { sharing })}
      onDefault={(id) => setChanges(views.map((one) => ({ ...one, isDefault: one.id === id })))}
      teams={[{ id: 'sales', label: say('فروش', 'Sales') }]}
      mayPublish
      onDelete={(id) => {
        setChanges(views.filter((view) => view.id !== id))
        setOpen('all')
      }}
    />
  )
}
