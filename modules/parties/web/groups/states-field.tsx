import { colors } from '@peyvand/customization/contract'
import { useT } from '@peyvand/platform/web'
import { Button, IconButton, Select, TextField } from '@peyvand/ui'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { GroupState } from '../../contract/index.ts'

type Props = { value: readonly GroupState[]; onChange: (states: GroupState[]) => void }

/** The steps that members of a group go through, in order. */
export const StatesField = ({ value, onChange }: Props) => {
  const t = useT()
  const set = (at: number, change: Partial<GroupState>) =>
    onChange(value.map((state, index) => (index === at ? { ...state, ...change } : state)))
  const move = (at: number, step: 1 | -1) => {
    const next = [...value]
    const [state] = next.splice(at, 1)
    if (state) next.splice(at + step, 0, state)
    onChange(next)
  }
  return (
    <fieldset aria-label={t('parties.groupStates')} className="min-w-0 flex flex-col gap-2">
      <span className="text-body font-medium">{t('parties.groupStates')}</span>
      {value.map((state, at) => {
        const name = state.labelFa
        return (
          <div key={state.key} className="flex flex-wrap items-center gap-2">
            <TextField
              aria-label={t('parties.groupNameFa')}
              placeholder={t('parties.groupNameFa')}
              value={state.labelFa}
              onChange={(labelFa) => set(at, { labelFa })}
              className="min-w-28 flex-1"
            />
            <TextField
              aria-label={t('parties.groupNameEn')}
              placeholder={t('parties.groupNameEn')}
              value={state.labelEn}
              onChange={(labelEn) => set(at, { labelEn })}
              dir="ltr"
              className="min-w-28 flex-1"
            />
            <Select
              aria-label={t('parties.groupColor')}
              options={colors.map((id) => ({ id, label: t(`parties.color.${id}`) }))}
              value={state.color}
              onChange={(color) => color && set(at, { color })}
              className="w-28"
            />
            <span className="flex">
              <IconButton
                label={t('parties.moveUp', { name })}
                icon={<ArrowUp />}
                isDisabled={at === 0}
                onPress={() => move(at, -1)}
              />
              <IconButton
                label={t('parties.moveDown', { name })}
                icon={<ArrowDown />}
                isDisabled={at === value.length - 1}
                onPress={() => move(at, 1)}
              />
              <IconButton
                label={t('parties.form.removeRow', { name })}
                icon={<Trash2 />}
                kind="danger"
                onPress={() => onChange(value.filter((_, index) => index !== at))}
              />
            </span>
          </div>
        )
      })}
      <Button
        size="small"
        kind="quiet"
        className="self-start"
        icon={<Plus size={16} aria-hidden />}
        onPress={() => onChange([...value, { key: newKey(value), labelFa: '', labelEn: '', color: 'gray' }])}
      >
        {t('parties.groupAddState')}
      </Button>
    </fieldset>
  )
}

/** A key no other state of the group has; people see labels only. */
const newKey = (states: readonly GroupState[]): string => {
  const taken = new Set(states.map(({ key }) => key))
  let n = states.length + 1
  while (taken.has(`state${n}`)) n++
  return `state${n}`
}
