import { TagDialog } from '@peyvand/parties/web'
import type { RouteCall, Selection } from '@peyvand/platform/contract'
import { BulkDialog, callApi, useBulkChange, useRoute, useT } from '@peyvand/platform/web'
import { Button, ComboBox, Menu, MenuItem, MenuTrigger, Select } from '@peyvand/ui'
import { FolderTree, Percent, Power, Tags } from 'lucide-react'
import { useState } from 'react'
import { bulkProductsRoute, listVatClassesRoute } from '../../contract/index.ts'
import { useGroupOptions } from '../fields/use-group-options.ts'

type Action = RouteCall<typeof bulkProductsRoute>['body']['action']
type Props = { selection: Selection; count: number; clear: () => void }

/** What can be changed on many products at once, each as a job that can be undone. */
export const BulkProducts = ({ selection, count, clear }: Props) => {
  const t = useT()
  const [open, setOpen] = useState<'setGroup' | 'setVatClass' | 'tag' | null>(null)
  const { run, runNow } = useBulkChange({
    start: (action: Action) => callApi(bulkProductsRoute, { body: { selection, action } }),
    topics: ['products', 'product-groups'],
    onStarted: () => {
      clear()
      setOpen(null)
    },
  })
  const dialog = {
    title: t('catalog.bulk.title', { action: open ? t(`catalog.bulk.${open}`) : '', count }),
    applyLabel: t('catalog.bulk.run'),
    onApply: run,
    onClose: () => setOpen(null),
  }
  return (
    <>
      <Button size="small" icon={<FolderTree size={16} aria-hidden />} onPress={() => setOpen('setGroup')}>
        {t('catalog.bulk.setGroup')}
      </Button>
      <Button size="small" icon={<Percent size={16} aria-hidden />} onPress={() => setOpen('setVatClass')}>
        {t('catalog.bulk.setVatClass')}
      </Button>
      <Button size="small" icon={<Tags size={16} aria-hidden />} onPress={() => setOpen('tag')}>
        {t('catalog.bulk.tag')}
      </Button>
      <MenuTrigger>
        <Button size="small" icon={<Power size={16} aria-hidden />}>
          {t('catalog.bulk.setActive')}
        </Button>
        <Menu onAction={(key) => runNow({ type: 'setActive', active: key === 'offer' })}>
          <MenuItem id="offer">{t('catalog.bulk.offer')}</MenuItem>
          <MenuItem id="withdraw">{t('catalog.bulk.withdraw')}</MenuItem>
        </Menu>
      </MenuTrigger>
      {open === 'setGroup' && <GroupOfMany {...dialog} />}
      {open === 'setVatClass' && <VatClassOfMany {...dialog} />}
      {open === 'tag' && <TagDialog {...dialog} />}
    </>
  )
}

type DialogProps = {
  title: string
  applyLabel: string
  onApply: (action: Action) => Promise<void>
  onClose: () => void
}

const GroupOfMany = (dialog: DialogProps) => {
  const t = useT()
  const [groupId, setGroup] = useState<string | null>(null)
  return (
    <BulkDialog {...dialog} action={groupId === null ? null : { type: 'setGroup', groupId }}>
      <ComboBox
        label={t('catalog.field.group')}
        options={useGroupOptions()}
        value={groupId}
        onChange={setGroup}
        isRequired
      />
    </BulkDialog>
  )
}

const VatClassOfMany = (dialog: DialogProps) => {
  const t = useT()
  const [vatClassId, setClass] = useState<string | null>(null)
  const { data } = useRoute(listVatClassesRoute, {})
  const classes = (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null)
  return (
    <BulkDialog {...dialog} action={vatClassId === null ? null : { type: 'setVatClass', vatClassId }}>
      <Select
        label={t('catalog.field.vatClass')}
        options={classes.map(({ id, name }) => ({ id, label: name }))}
        value={vatClassId}
        onChange={setClass}
        isRequired
      />
    </BulkDialog>
  )
}
