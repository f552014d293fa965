import { useT } from '@peyvand/platform/web'
import { Button, Dialog, NumberField, newId, SegmentedControl, Switch, TextField } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { OptionGroup, ProductOption } from '../../contract/index.ts'
import { isWholeOption, OptionRow } from './option-row.tsx'

type Props = { group: OptionGroup; onSave: (group: OptionGroup) => void; onClose: () => void }

/** A group: how many are chosen, and its options in order by dragging. */
export const GroupDialog = ({ group, onSave, onClose }: Props) => {
  const t = useT()
  const [name, setName] = useState(group.name)
  const [min, setMin] = useState(group.min)
  const [max, setMax] = useState(group.max)
  const [options, setOptions] = useState(() => (group.options.length > 0 ? group.options : [newOption()]))
  const isOne = max === 1
  const given = options.filter(isWholeOption)
  const isWhole =
    name.trim() !== '' &&
    given.length === options.length &&
    min <= Math.min(max ?? given.length, given.length)
  const put = (id: string, change: Partial<ProductOption>) =>
    setOptions(
      options.map((option) => {
        if (option.id === id) return { ...option, ...change }
        // Of a group of which one is chosen, one is chosen beforehand.
        return isOne && change.isDefault ? { ...option, isDefault: false } : option
      }),
    )
  const choose = (kind: 'one' | 'several') => {
    setMax(kind === 'one' ? 1 : null)
    setMin(Math.min(min, 1))
    if (kind === 'one') setOptions(withOneDefault(options))
  }
  return (
    <Dialog
      isOpen
      size="large"
      isDismissable={false}
      onOpenChange={onClose}
      title={group.name || t('catalog.options.newGroup')}
      footer={
        <>
          <Button
            kind="primary"
            isDisabled={!isWhole}
            onPress={() => onSave({ ...group, name: name.trim(), min, max, options: given })}
          >
            {t('catalog.options.done')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid items-end gap-3.5 sm:grid-cols-2">
          <TextField
            label={t('catalog.options.groupName')}
            isRequired
            maxLength={120}
            value={name}
            onChange={setName}
          />
          <span>
            <SegmentedControl<'one' | 'several'>
              label={t('catalog.options.choice')}
              value={isOne ? 'one' : 'several'}
              onChange={choose}
              options={[
                { id: 'one', label: t('catalog.options.one') },
                { id: 'several', label: t('catalog.options.several') },
              ]}
            />
          </span>
          {isOne ? (
            <Switch value={min > 0} onChange={(isRequired) => setMin(isRequired ? 1 : 0)}>
              {t('catalog.options.required')}
            </Switch>
          ) : (
            <>
              <NumberField
                label={t('catalog.options.min')}
                minValue={0}
                maxValue={options.length}
                value={min}
                onChange={(count) => setMin(count ?? 0)}
              />
              <NumberField
                label={t('catalog.options.max')}
                minValue={2}
                maxValue={100}
                value={max}
                onChange={setMax}
              />
            </>
          )}
        </div>
        <SortableList
          label={t('catalog.options.optionsOf', { name })}
          items={options.map((option) => ({ ...option, label: option.name }))}
          onReorder={(move) => setOptions(reordered(options, move))}
          className="border-t border-line"
          render={(option) => (
            <OptionRow
              option={option}
              onChange={(change) => put(option.id, change)}
              onRemove={() => setOptions(options.filter(({ id }) => id !== option.id))}
            />
          )}
        />
        <span>
          <Button
            size="small"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => setOptions([...options, newOption()])}
          >
            {t('catalog.options.newOption')}
          </Button>
        </span>
      </div>
    </Dialog>
  )
}

const newOption = (): ProductOption => ({ id: newId(), name: '', isDefault: false, effect: { kind: 'none' } })

function withOneDefault(options: readonly ProductOption[]): ProductOption[] {
  const first = options.find(({ isDefault }) => isDefault)?.id
  return options.map((option) => ({ ...option, isDefault: option.id === first }))
}
