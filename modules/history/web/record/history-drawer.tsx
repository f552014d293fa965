import { useT } from '@peyvand/platform/web'
import { Drawer, Tabs } from '@peyvand/ui'
import { useState } from 'react'
import type { RecordHistory } from './history-words.ts'
import { RecordAsOf } from './record-as-of.tsx'
import { RecordChanges } from './record-changes.tsx'

/** A record's changes, and how it was on a date; opened from the record's menu. */
export const HistoryDrawer = ({ history, onClose }: { history: RecordHistory; onClose: () => void }) => {
  const t = useT()
  const [tab, setTab] = useState<'changes' | 'asOf'>('changes')
  return (
    <Drawer isOpen size="wide" title={t('history.changes')} onOpenChange={onClose}>
      <Tabs
        label={t('history.changes')}
        value={tab}
        onChange={setTab}
        items={[
          { id: 'changes', label: t('history.changes.tab'), content: <RecordChanges history={history} /> },
          { id: 'asOf', label: t('history.asOf.tab'), content: <RecordAsOf history={history} /> },
        ]}
      />
    </Drawer>
  )
}
