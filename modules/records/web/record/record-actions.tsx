import { HistoryDrawer } from '@peyvand/history/web'
import { callApi, invalidateTopics, usePermission, useProblemText, useT } from '@peyvand/platform/web'
import { Button, IconButton, Menu, MenuItem, MenuTrigger, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Eye, History, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  deleteRecordRoute,
  type FirmRecord,
  type RecordKind,
  restoreRecordRoute,
} from '../../contract/index.ts'
import { openRecordForm } from '../form/record-form-store.ts'
import { recordTopics } from '../record-topics.ts'
import { useRecordHistory } from './use-record-history.ts'

/** What the reader may do with the record. */
export const RecordActions = ({ kind, record }: { kind: RecordKind; record: FirmRecord }) => {
  const t = useT()
  const { restore, remove } = useBin(record)
  const { can } = record
  const explains = usePermission('roles.manage')
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can.update && (
        <Button
          kind="primary"
          icon={<Pencil size={16} aria-hidden />}
          onPress={() => openRecordForm({ kind: kind.key, record })}
        >
          {t('web.edit')}
        </Button>
      )}
      {can.restore && (
        <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => void restore()}>
          {t('records.restore')}
        </Button>
      )}
      <MenuTrigger>
        <IconButton label={t('web.more')} icon={<Ellipsis />} />
        <Menu aria-label={t('web.more')}>
          <MenuItem icon={<History />} onAction={() => setHistoryOpen(true)}>
            {t('history.changes')}
          </MenuItem>
          {explains ? (
            <MenuItem icon={<Eye />} href={`/settings/access?record=records&recordId=${record.id}`}>
              {t('records.whoSees')}
            </MenuItem>
          ) : null}
          {can.delete ? (
            <MenuItem icon={<Trash2 />} isDanger onAction={() => void remove()}>
              {t('web.delete')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
      {isHistoryOpen && (
        <RecordHistoryDrawer kind={kind} record={record} onClose={() => setHistoryOpen(false)} />
      )}
    </div>
  )
}

const RecordHistoryDrawer = ({
  kind,
  record,
  onClose,
}: {
  kind: RecordKind
  record: FirmRecord
  onClose: () => void
}) => <HistoryDrawer history={useRecordHistory(kind, record)} onClose={onClose} />

function useBin({ id, kind, title }: FirmRecord) {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  const params = { kind, id }
  const restore = async () => {
    try {
      await callApi(restoreRecordRoute, { params })
      await navigate({ to: `/records/${kind}/${id}` as never })
      await invalidateTopics(recordTopics)
      toast({ kind: 'ok', title: t('records.restored', { title }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const remove = async () => {
    try {
      await callApi(deleteRecordRoute, { params })
      await navigate({ to: `/records/${kind}` as never })
      await invalidateTopics(recordTopics)
      toast({
        kind: 'ok',
        title: t('records.deleted', { title }),
        action: { label: t('web.undo'), onPress: () => void restore() },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return { restore, remove }
}
