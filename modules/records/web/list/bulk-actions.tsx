import { ExportMenu } from '@peyvand/imports/web'
import { OwnerOfMany, TagsOfMany } from '@peyvand/parties/web'
import { BulkDialog, DeleteMany, usePermission, useT } from '@peyvand/platform/web'
import { Button, Select } from '@peyvand/ui'
import { CircleDot, Tags, UserCog } from 'lucide-react'
import { useState } from 'react'
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
  const dialog = {
    title: t('records.bulk.title', { action: open ? t(`records.bulk.${open}`) : '', count }),
    applyLabel: t('records.bulk.run'),
    onClose: () => setOpen(null),
  }
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
      <DeleteMany
        title={t('records.bulk.deleteTitle', { count })}
        body={t('records.bulk.deleteBody')}
        onDelete={() => runNow({ type: 'delete' })}
      />
      {open === 'setState' && <StateOfMany {...dialog} kind={kind} onApply={run} />}
      {open === 'reassign' && (
        <OwnerOfMany
          {...dialog}
          label={t('records.field.owner')}
          onApply={(ownerId) => run({ type: 'reassign', ownerId })}
        />
      )}
      {open === 'addTags' && (
        <TagsOfMany
          {...dialog}
          label={t('records.field.tags')}
          onApply={(tagIds) => run({ type: 'addTags', tagIds })}
        />
      )}
    </>
  )
}

type StateProps = {
  kind: RecordKind
  title: string
  applyLabel: string
  onApply: (action: BulkAction) => Promise<void>
  onClose: () => void
}

const StateOfMany = ({ kind, ...rest }: StateProps) => {
  const t = useT()
  const { state: stateName } = useKindNames()
  const [state, setState] = useState<string | null>(null)
  return (
    <BulkDialog {...rest} action={state === null ? null : { type: 'setState', state }}>
      <Select
        label={t('records.field.state')}
        options={kind.states.map((one) => ({ id: one.key, label: stateName(one) }))}
        value={state}
        onChange={setState}
        isRequired
      />
    </BulkDialog>
  )
}
