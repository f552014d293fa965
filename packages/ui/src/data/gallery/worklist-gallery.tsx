import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { StatusPill } from '../../display/status-pill.tsx'
import { Specimen } from '../../gallery/specimen.tsx'
import { useWords } from '../../gallery/words.ts'
import { useUi } from '../../provider/ui-context.ts'
import { useDataTexts } from '../texts.ts'
import { StepsTree } from '../tree/steps-tree.tsx'
import { dayGroupOf } from '../worklist/day-group.ts'
import { MasterDetail } from '../worklist/master-detail.tsx'
import { type SampleRow, sampleRows } from './sample-rows.ts'
import { useSampleSteps } from './sample-steps.ts'

const hour = 3_600_000
const now = Date.now()

export const WorklistGallery = () => {
  const say = useWords()
  const t = useDataTexts()
  const { locale, timeZone } = useUi()
  const steps = useSampleSteps()
  const [done, setDone] = useState<readonly string[]>([])
  const [openId, setOpen] = useState<string | null>('row-1')
  const [selection, setSelection] = useState<readonly string[]>([])
  const items = sampleRows(12, locale)
    .map((row, i) => ({ ...row, updatedAt: new Date(now - i * 9 * hour).toISOString() }))
    .filter(({ id }) => !done.includes(id))
  const finish = (ids: readonly string[]) => {
    setDone([...done, ...ids])
    setSelection([])
  }
  return (
    <Specimen title={say('کارتابل', 'Worklist')}>
      <MasterDetail
        className="flex h-120"
        label={say('ارجاع‌های من', 'Referred to me')}
        detailLabel={say('مورد باز', 'Open item')}
        items={items}
        itemId={(item) => item.id}
        itemLabel={(item) => item.name}
        isUnread={(item) => item.stage === 'new'}
        groupOf={(item) => {
          const key = dayGroupOf(item.updatedAt, { now: new Date(), timeZone })
          return { key, label: t.dayGroups[key] }
        }}
        deadline={(item) =>
          item.stage === 'offer' && <StatusPill tone="bad">{say('۲ ساعت مانده', '2 hours left')}</StatusPill>
        }
        renderItem={itemLines}
        renderDetail={(item) => (
          <div className="flex flex-col gap-4 p-5">
            <h3 className="text-dialog font-bold">{item.company}</h3>
            <p className="text-prose">
              {say(
                'لطفاً پیش‌فاکتور را بررسی و پاسخ را آماده کنید.',
                'Please check the quote and prepare the answer.',
              )}
            </p>
            <Button className="self-start" icon={<Check />} onPress={() => finish([item.id])}>
              {say('انجام شد', 'Done')}
            </Button>
            <StepsTree steps={steps} />
          </div>
        )}
        openId={openId}
        onOpen={setOpen}
        selection={selection}
        onSelectionChange={setSelection}
        bulkActions={(ids) => (
          <Button size="small" icon={<Check />} onPress={() => finish(ids)}>
            {say('انجام شد', 'Done')}
          </Button>
        )}
        onShortcut={(key, item) => {
          if (key === 'E') finish([item.id])
        }}
      />
    </Specimen>
  )
}

const itemLines = (item: SampleRow) => <ItemLines item={item} />

const ItemLines = ({ item }: { item: SampleRow }) => {
  const say = useWords()
  return (
    <>
      <span className="block truncate">{item.name}</span>
      <span className="block truncate text-meta font-normal text-muted">
        {say('جهت اقدام: بررسی پیش‌فاکتور', 'For action: check the quote of')} {item.company}
      </span>
    </>
  )
}
