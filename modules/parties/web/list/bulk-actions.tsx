import type { Selection } from '@peyvand/platform/contract'
import { DeleteMany, type ListLook, Slot, usePermission, useT } from '@peyvand/platform/web'
import { Button } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Gauge, Merge, Tags, UserCog, Users } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import type { BulkAction } from '../../contract/index.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { GroupDialog } from './bulk-group-dialog.tsx'
import { LevelDialog } from './level-dialog.tsx'
import { TagDialog } from './tag-dialog.tsx'
import { useBulk } from './use-bulk.ts'

export interface BulkDialogProps {
  applyLabel: string
  onApply: (action: BulkAction) => Promise<void>
  onClose: () => void
}

type DialogName = 'assign' | 'tag' | 'level' | 'group'

const dialogs: Record<DialogName, ComponentType<BulkDialogProps>> = {
  assign: AssignDialog,
  tag: TagDialog,
  level: LevelDialog,
  group: GroupDialog,
}
const icons = { assign: UserCog, tag: Tags, level: Gauge, group: Users }

type Props = { selection: Selection; count: number; clear: () => void; look: ListLook }

/** What can be done with the selected parties, each as a job that can be undone. */
export const BulkActions = ({ selection, count, clear, look }: Props) => {
  const t = useT()
  const mayChange = usePermission('parties.massUpdate')
  const mayDelete = usePermission('parties.delete')
  const mayMerge = usePermission('parties.merge')
  const navigate = useNavigate()
  const two = 'ids' in selection && selection.ids.length === 2 ? selection.ids : null
  const [open, setOpen] = useState<DialogName | null>(null)
  const { run, runNow } = useBulk(selection, () => {
    setOpen(null)
    clear()
  })
  const what = t('parties.count', { count })
  const OpenDialog = open && dialogs[open]
  return (
    <>
      {mayChange &&
        (Object.keys(dialogs) as DialogName[]).map((name) => {
          const Icon = icons[name]
          return (
            <Button
              key={name}
              size="small"
              icon={<Icon size={16} aria-hidden />}
              onPress={() => setOpen(name)}
            >
              {t(`parties.bulkAction.${name}`)}
            </Button>
          )
        })}
      {mayMerge && two && (
        <Button
          size="small"
          icon={<Merge size={16} aria-hidden />}
          onPress={() =>
            void navigate({
              to: '/parties/merge' as never,
              search: { first: two[0], second: two[1] } as never,
            })
          }
        >
          {t('parties.duplicates.merge')}
        </Button>
      )}
      <Slot name="parties.list.bulk" with={{ selection, count, clear, look }} />
      {mayChange && mayDelete && (
        <DeleteMany
          title={t('parties.bulkDelete', { what })}
          body={t('parties.bulkDeleteBody')}
          onDelete={() => runNow({ type: 'delete' })}
        />
      )}
      {OpenDialog && (
        <OpenDialog
          applyLabel={t('parties.bulkApply', { what })}
          onApply={run}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
