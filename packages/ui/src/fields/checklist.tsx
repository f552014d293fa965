import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../actions/button.tsx'
import { IconButton } from '../actions/icon-button.tsx'
import { cx } from '../cx.ts'
import { newId } from '../new-id.ts'
import { useTexts } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'
import { Checkbox } from './checkbox.tsx'
import { TextField } from './text-field.tsx'

export type ChecklistItem = { id: string; text: string; isDone: boolean }

export type ChecklistProps = {
  label: string
  items: readonly ChecklistItem[]
  onChange?: (items: ChecklistItem[]) => void
  isReadOnly?: boolean
}

/** Small steps of a task: tick, write, add, remove. Without `onChange` or read-only they can only be seen. */
export const Checklist = ({ label, items, onChange, isReadOnly = false }: ChecklistProps) => {
  const t = useTexts()
  const format = useFormat()
  const list = useRef<HTMLFieldSetElement>(null)
  const isEditable = !isReadOnly && onChange !== undefined
  const put = (id: string, change: Partial<ChecklistItem>) =>
    onChange?.(items.map((item) => (item.id === id ? { ...item, ...change } : item)))
  const add = () => {
    onChange?.([...items, { id: newId(), text: '', isDone: false }])
    requestAnimationFrame(() =>
      [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])].at(-1)?.focus(),
    )
  }
  const done = items.filter(({ isDone }) => isDone).length
  return (
    <fieldset ref={list} aria-label={label} className="flex flex-col gap-1">
      <p className="flex justify-between text-body font-medium">
        {label}
        <span className="text-meta font-normal text-muted">
          {t.done(format.number(done), format.number(items.length))}
        </span>
      </p>
      {items.map((item) => (
        <div key={item.id} className="flex items-center gap-2">
          <Checkbox
            aria-label={item.text || t.newItem}
            value={item.isDone}
            isReadOnly={!isEditable}
            onChange={(isDone) => put(item.id, { isDone })}
          />
          {isEditable ? (
            <>
              <TextField
                aria-label={t.newItem}
                value={item.text}
                onChange={(text) => put(item.id, { text })}
                className="flex-1"
              />
              <IconButton
                label={`${t.remove} ${item.text}`}
                icon={<X />}
                onPress={() => onChange(items.filter(({ id }) => id !== item.id))}
              />
            </>
          ) : (
            <span className={cx('text-body', item.isDone && 'text-muted line-through')}>{item.text}</span>
          )}
        </div>
      ))}
      {isEditable && (
        <Button kind="quiet" size="small" icon={<Plus />} className="self-start" onPress={add}>
          {t.addItem}
        </Button>
      )}
    </fieldset>
  )
}
