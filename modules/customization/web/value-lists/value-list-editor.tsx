import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import {
  Button,
  Card,
  Disclosure,
  IconButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Tag,
  toast,
  useUi,
} from '@peyvand/ui'
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Combine, Ellipsis, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  type ListValue,
  mergeListValueRoute,
  orderListValuesRoute,
  updateListValueRoute,
  type ValueList,
} from '../../contract/index.ts'
import { colorTone } from '../color-tone.ts'
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
  const problem = useProblemText()
  const { locale } = useUi()
  const [open, setOpen] = useState<Open | null>(null)
  const offered = list.values.filter(({ archivedAt }) => !archivedAt)
  const archived = list.values.filter(({ archivedAt }) => archivedAt)
  const nameOf = (value: ListValue) => (locale === 'fa' ? value.labelFa : value.labelEn)

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
  const move = (at: number, by: 1 | -1) => {
    const ids = offered.map(({ id }) => id)
    const [id] = ids.splice(at, 1)
    if (id === undefined) return
    ids.splice(at + by, 0, id)
    // The order names every value of the list, archived ones last.
    const all = [...ids, ...archived.map((value) => value.id)]
    void run(() => callApi(orderListValuesRoute, { params: { list: list.key }, body: { ids: all } }))
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
      <ul className="divide-y divide-line">
        {offered.map((value, at) => (
          <li key={value.id} className="flex items-center gap-1.5 px-4 py-1.5">
            <span className="me-auto min-w-0 truncate">
              {value.color ? <Tag tone={colorTone[value.color]}>{nameOf(value)}</Tag> : nameOf(value)}
            </span>
            <IconButton
              label={t('customization.ui.editOf', { name: nameOf(value) })}
              icon={<Pencil />}
              onPress={() => setOpen({ kind: 'edit', value })}
            />
            <MenuTrigger>
              <IconButton
                label={t('customization.ui.actionsOf', { name: nameOf(value) })}
                icon={<Ellipsis />}
              />
              <Menu
                aria-label={t('customization.ui.actionsOf', { name: nameOf(value) })}
                placement="bottom end"
              >
                <MenuItem icon={<ArrowUp />} isDisabled={at === 0} onAction={() => move(at, -1)}>
                  {t('customization.ui.up')}
                </MenuItem>
                <MenuItem
                  icon={<ArrowDown />}
                  isDisabled={at === offered.length - 1}
                  onAction={() => move(at, 1)}
                >
                  {t('customization.ui.down')}
                </MenuItem>
                <MenuItem icon={<Combine />} onAction={() => setOpen({ kind: 'merge', value })}>
                  {t('customization.ui.merge')}
                </MenuItem>
                <MenuItem icon={<Archive />} onAction={() => void setArchived(value, true)}>
                  {t('customization.ui.archive')}
                </MenuItem>
              </Menu>
            </MenuTrigger>
          </li>
        ))}
      </ul>
      {archived.length > 0 && (
        <div className="border-t border-line px-4 py-1">
          <Disclosure title={t('customization.ui.archived', { count: archived.length })}>
            <ul>
              {archived.map((value) => (
                <li key={value.id} className="flex items-center gap-2 py-1 text-muted">
                  <span className="me-auto">{nameOf(value)}</span>
                  <IconButton
                    label={t('customization.ui.bringBackOf', { name: nameOf(value) })}
                    icon={<ArchiveRestore />}
                    onPress={() => void setArchived(value, false)}
                  />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      {open?.kind === 'new' && <ValueDialog list={list.key} value={null} onClose={() => setOpen(null)} />}
      {open?.kind === 'edit' && (
        <ValueDialog list={list.key} value={open.value} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'merge' && (
        <MergeDialog
          name={nameOf(open.value)}
          hint={t('customization.ui.lists.mergeHint', { name: nameOf(open.value) })}
          options={offered
            .filter(({ id }) => id !== open.value.id)
            .map((value) => ({ id: value.id, label: nameOf(value) }))}
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
