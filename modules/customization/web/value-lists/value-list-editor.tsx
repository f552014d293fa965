import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Card, confirm, EmptyState, MenuItem, Tag, toast, useFormat, useUi } from '@peyvand/ui'
import { type Reorder, reordered, SortableList } from '@peyvand/ui/data'
import { Combine, ListTree, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  type ListValue,
  listValueUsageRoute,
  mergeListValueRoute,
  orderListValuesRoute,
  updateListValueRoute,
  type ValueList,
} from '../../contract/index.ts'
import { ArchivedPart } from '../archived-part.tsx'
import { colorTone } from '../color-tone.ts'
import { ItemMenu } from '../item-menu.tsx'
import { MergeDialog } from '../merge-dialog.tsx'
import { ValueDialog } from './value-dialog.tsx'

interface ValueListEditorProps {
  list: ValueList
  title: string
}

type Open = { kind: 'new' } | { kind: 'edit' | 'merge'; value: ListValue }

/** Values of one list: add, rename, order, archive, merge. */
export function ValueListEditor({ list, title }: ValueListEditorProps) {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { locale } = useUi()
  const [open, setOpen] = useState<Open | null>(null)
  const nameOf = (value: ListValue) => (locale === 'fa' ? value.labelFa : value.labelEn)
  const offered = list.values
    .filter(({ archivedAt }) => !archivedAt)
    .map((value) => ({ id: value.id, label: nameOf(value), value }))
  const archived = list.values.filter(({ archivedAt }) => archivedAt)

  const run = async (act: () => Promise<unknown>) => {
    await act().catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
    await invalidateTopics(['value-lists'])
  }
  const setArchived = (value: ListValue, isArchived: boolean) =>
    run(() =>
      callApi(updateListValueRoute, {
        params: { id: value.id },
        body: { version: value.version, archived: isArchived },
      }),
    )
  const archive = async (value: ListValue) => {
    const { uses } = await callApi(listValueUsageRoute, { params: { id: value.id } })
    const places = uses.map(({ record, count }) =>
      t('customization.ui.lists.usedIn', { place: t(`${record}.nav`), count }),
    )
    const isSure = await confirm({
      title: t('customization.ui.fields.archiveTitle', { name: nameOf(value) }),
      body: [
        places.length > 0 ? format.list(places) : t('customization.ui.lists.unused'),
        t('customization.ui.lists.archiveBody'),
      ].join(' '),
      confirmLabel: t('customization.ui.archive'),
    })
    if (isSure) await setArchived(value, true)
  }
  const reorder = (move: Reorder) => {
    // The order names every value of the list, archived ones last.
    const ids = [...reordered(offered, move), ...archived].map(({ id }) => id)
    void run(() => callApi(orderListValuesRoute, { params: { list: list.key }, body: { ids } }))
  }
  return (
    <Card
      title={title}
      isFlush
      actions={
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setOpen({ kind: 'new' })}>
          {t('customization.ui.lists.add')}
        </Button>
      }
    >
      <SortableList
        label={title}
        items={offered}
        onReorder={reorder}
        render={({ id, label, value }) => (
          <>
            <span className="me-auto min-w-0 truncate">
              {value.color ? <Tag tone={colorTone[value.color]}>{label}</Tag> : label}
            </span>
            <ItemMenu
              id={id}
              name={label}
              among={offered}
              onEdit={() => setOpen({ kind: 'edit', value })}
              onReorder={reorder}
              onArchive={() => void archive(value)}
            >
              <MenuItem icon={<Combine />} onAction={() => setOpen({ kind: 'merge', value })}>
                {t('customization.ui.merge')}
              </MenuItem>
            </ItemMenu>
          </>
        )}
        empty={<EmptyState icon={<ListTree />} title={t('customization.ui.lists.empty')} />}
      />
      <ArchivedPart
        title={t('customization.ui.archived', { count: archived.length })}
        items={archived}
        nameOf={nameOf}
        onBringBack={(value) => void setArchived(value, false)}
      />
      {open?.kind === 'new' && <ValueDialog list={list.key} value={null} onClose={() => setOpen(null)} />}
      {open?.kind === 'edit' && (
        <ValueDialog list={list.key} value={open.value} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'merge' && (
        <MergeDialog
          name={nameOf(open.value)}
          hint={t('customization.ui.lists.mergeHint', { name: nameOf(open.value) })}
          options={offered.filter(({ id }) => id !== open.value.id)}
          onMerge={async (into) => {
            await callApi(mergeListValueRoute, { params: { id: open.value.id }, body: { into } })
            await invalidateTopics(['value-lists', 'parties', 'activities'])
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}
