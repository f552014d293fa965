import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Button, Card, EmptyState, IconButton, lazyPart, newId } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { ListChecks, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { OptionGroup } from '../../contract/index.ts'
import { useOptionWords } from './use-option-words.ts'

const GroupDialog = lazyPart(async () => (await import('./group-dialog.tsx')).GroupDialog)

type Props = { groups: OptionGroup[]; onChange: (groups: OptionGroup[]) => void }

/** The groups of options in the order in which they are asked for. */
export const GroupsCard = ({ groups, onChange }: Props) => {
  const t = useT()
  const [opened, setOpened] = useState<OptionGroup | null>(null)
  const add = (
    <Button
      size="small"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => setOpened({ id: newId(), name: '', min: 1, max: 1, options: [] })}
    >
      {t('catalog.options.newGroup')}
    </Button>
  )
  const put = (group: OptionGroup) => {
    const isNew = groups.every(({ id }) => id !== group.id)
    onChange(isNew ? [...groups, group] : groups.map((one) => (one.id === group.id ? group : one)))
    setOpened(null)
  }
  return (
    <Card title={t('catalog.options.groups')} actions={groups.length > 0 && add} isFlush>
      {groups.length === 0 ? (
        <EmptyState icon={<ListChecks />} title={t('catalog.options.none')} action={add}>
          {t('catalog.options.noneHint')}
        </EmptyState>
      ) : (
        <SortableList
          label={t('catalog.options.groups')}
          items={groups.map((group) => ({ ...group, label: group.name }))}
          onReorder={(move) => onChange(reordered(groups, move))}
          render={(group) => (
            <span className="flex min-w-0 flex-1 items-center gap-1 py-2">
              <GroupText group={group} />
              <IconButton
                label={t('catalog.ui.editNamed', { name: group.name })}
                icon={<Pencil />}
                onPress={() => setOpened(groups.find(({ id }) => id === group.id) ?? null)}
              />
              <IconButton
                label={t('catalog.options.removeGroup', { name: group.name })}
                icon={<Trash2 />}
                onPress={() => onChange(groups.filter(({ id }) => id !== group.id))}
              />
            </span>
          )}
        />
      )}
      {opened && <GroupDialog group={opened} onSave={put} onClose={() => setOpened(null)} />}
    </Card>
  )
}

/** A group with its options in a line: «حافظه: ۸ گیگ، ۱۶ گیگ (۲ عدد ماژول)». */
export const GroupText = ({ group }: { group: OptionGroup }) => {
  const t = useT()
  const words = useOptionWords({ groups: [group] })
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{group.name}</span>
        <span className="text-meta text-muted">
          {joinFacts([words.count(group), group.min > 0 && group.max === 1 && t('catalog.options.required')])}
        </span>
      </span>
      <ul className="flex flex-col text-body text-muted">
        {group.options.map((option) => (
          <li key={option.id}>
            {joinFacts([
              option.name,
              words.effect(option.effect),
              option.isDefault && t('catalog.options.isDefault'),
            ])}
          </li>
        ))}
      </ul>
    </span>
  )
}
