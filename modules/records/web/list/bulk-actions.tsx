import { ExportMenu } from '@peyvand/imports/web'
import { TagsField, useColleagues } from '@peyvand/parties/web'
import { BulkDialog, usePermission, useT } from '@peyvand/platform/web'
import { Button, ComboBox, confirm, Select } from '@peyvand/ui'
import { CircleDot, Tags, Trash2, UserCog } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type RecordKind, recordTypeOf } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import { type BulkAction, type BulkProps, useBulk } from './use-bulk.ts'

type Open = 'setState' | 'reassign' | 'addTags'

/** What can be done with many records of a kind at once, each as a job that can be undone. */
export const BulkActions = (props: BulkProps) => {
  const { kind, selection, count } = props
  const t = useT()
  const mayChange = usePermission('records.massUpdate')
  const [open, setOpen] = useState<Open | null>(null)
  const { run, runNow } = useBulk(props, () => setOpen(null))
  const mayExport = usePermission('records.export')
  const others = mayExport && (
    <ExportMenu record={recordTypeOf(kind.key)} selection={selection} size="small" />
  )
  if (!mayChange) return others
  const remove = async () => {
    const isSure = await confirm({
      title: t('records.bulk.deleteTitle', { count }),
      body: t('records.bulk.deleteBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) runNow({ type: 'delete' })
  }
  const dialog = { kind, count, onApply: run, onClose: () => setOpen(null) }
  return (
    <>
      {kind.states.length > 0 && (
        <Button size="small" icon={<CircleDot size={16} aria-hidden />} onPress={() => setOpen('setState')}>
          {t('records.bulk.setState')}
        </Button>
      )}
      <Button size="small" icon={<UserCog size={16} aria-hidden />} onPress={() => setOpen('reassign')}>
        {t('records.bulk.reassign')}
      </Button>
      <Button size="small" icon={<Tags size={16} aria-hidden />} onPress={() => setOpen('addTags')}>
        {t('records.bulk.addTags')}
      </Button>
      {others}
      <Button
        size="small"
        kind="danger"
        icon={<Trash2 size={16} aria-hidden />}
        onPress={() => void remove()}
      >
        {t('web.delete')}
      </Button>
      {open === 'setState' && <StateOfMany {...dialog} />}
      {open === 'reassign' && <OwnerOfMany {...dialog} />}
      {open === 'addTags' && <TagsOfMany {...dialog} />}
    </>
  )
}

type DialogProps = {
  kind: RecordKind
  count: number
  onApply: (action: BulkAction) => Promise<void>
  onClose: () => void
}

const StateOfMany = (props: DialogProps) => {
  const t = useT()
  const { state: stateName } = useKindNames()
  const [state, setState] = useState<string | null>(null)
  return (
    <ManyDialog {...props} title="setState" action={state === null ? null : { type: 'setState', state }}>
      <Select
        label={t('records.field.state')}
        options={props.kind.states.map((one) => ({ id: one.key, label: stateName(one) }))}
        value={state}
        onChange={setState}
        isRequired
      />
    </ManyDialog>
  )
}

const OwnerOfMany = (props: DialogProps) => {
  const t = useT()
  const [ownerId, setOwner] = useState<string | null>(null)
  return (
    <ManyDialog {...props} title="reassign" action={ownerId === null ? null : { type: 'reassign', ownerId }}>
      <ComboBox
        label={t('records.field.owner')}
        options={useColleagues()}
        value={ownerId}
        onChange={setOwner}
        isRequired
      />
    </ManyDialog>
  )
}

const TagsOfMany = (props: DialogProps) => {
  const t = useT()
  const [tagIds, setTags] = useState<string[]>([])
  return (
    <ManyDialog {...props} title="addTags" action={tagIds.length === 0 ? null : { type: 'addTags', tagIds }}>
      <TagsField label={t('records.field.tags')} value={tagIds} onChange={setTags} />
    </ManyDialog>
  )
}

type ManyProps = DialogProps & {
  title: Open
  /** Null while nothing was chosen. */
  action: BulkAction | null
  children: ReactNode
}

const ManyDialog = ({ title, count, action, children, onApply, onClose }: ManyProps) => {
  const t = useT()
  return (
    <BulkDialog
      title={t('records.bulk.title', { action: t(`records.bulk.${title}`), count })}
      applyLabel={t('records.bulk.run')}
      action={action}
      onApply={onApply}
      onClose={onClose}
    >
      {children}
    </BulkDialog>
  )
}
