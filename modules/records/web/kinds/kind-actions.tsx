import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { confirm, IconButton, toast } from '@peyvand/ui'
import { Archive, ArchiveRestore, ArrowDown, ArrowUp } from 'lucide-react'
import {
  orderRecordKindsRoute,
  type RecordKind,
  recordKindUsageRoute,
  updateRecordKindRoute,
} from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'

const topics = ['record-kinds', 'records', 'permissions']

/** The place of a kind in the menu, and whether it is in use. */
export const KindActions = ({ kind, all }: { kind: RecordKind; all: readonly RecordKind[] }) => {
  const t = useT()
  const problem = useProblemText()
  const { many } = useKindNames()
  const name = many(kind)
  const at = all.findIndex(({ id }) => id === kind.id)
  const isArchived = kind.archivedAt !== null

  const run = async (act: () => Promise<unknown>) => {
    await act().catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
    await invalidateTopics(topics)
  }
  const move = (step: 1 | -1) => {
    const ids = all.map(({ id }) => id)
    ids.splice(at, 1)
    ids.splice(at + step, 0, kind.id)
    void run(() => callApi(orderRecordKindsRoute, { body: { ids } }))
  }
  const setArchived = (archived: boolean) =>
    run(() =>
      callApi(updateRecordKindRoute, { params: { id: kind.id }, body: { version: kind.version, archived } }),
    )
  const archive = async () => {
    const { records } = await callApi(recordKindUsageRoute, { params: { id: kind.id } })
    const isSure = await confirm({
      title: t('records.archiveTitle', { name }),
      body: t('records.archiveBody', { count: records }),
      confirmLabel: t('records.archive'),
    })
    if (isSure) await setArchived(true)
  }
  return (
    <span className="flex">
      <IconButton
        label={t('records.moveUp', { name })}
        icon={<ArrowUp />}
        isDisabled={at === 0}
        onPress={() => move(-1)}
      />
      <IconButton
        label={t('records.moveDown', { name })}
        icon={<ArrowDown />}
        isDisabled={at === all.length - 1}
        onPress={() => move(1)}
      />
      <IconButton
        label={t(isArchived ? 'records.unarchiveOf' : 'records.archiveOf', { name })}
        icon={isArchived ? <ArchiveRestore /> : <Archive />}
        onPress={() => void (isArchived ? setArchived(false) : archive())}
      />
    </span>
  )
}
