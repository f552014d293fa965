import { useProblemText, useT } from '@peyvand/platform/web'
import { cx, IconButton } from '@peyvand/ui'
import { Check, Pencil, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'

type Props<V> = {
  label: string
  value: V
  shown: ReactNode
  canEdit: boolean
  /** The label as a button that tells where the value comes from. */
  source?: ReactNode
  /** The field in place; it gets the label as its name and the focus. */
  renderEditor: (draft: V, onChange: (value: V) => void) => ReactNode
  /** Rejects with what was wrong; the field then stays open and says so. */
  save: (value: V) => Promise<void>
}

/** One field of a record that is read and, after a press, written in place. Enter saves, Escape leaves it. */
export const InlineField = <V,>({ label, value, shown, canEdit, source, renderEditor, save }: Props<V>) => {
  const t = useT()
  const problem = useProblemText()
  const [draft, setDraft] = useState<{ value: V } | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)

  const close = () => {
    setDraft(null)
    setFault(null)
  }
  const commit = async () => {
    if (!draft || draft.value === value) return close()
    setSaving(true)
    try {
      await save(draft.value)
      close()
    } catch (error) {
      setFault(problem(error))
    } finally {
      setSaving(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && !isInsideList(event.target)) void commit()
    else return
    event.stopPropagation()
    event.preventDefault()
  }

  if (!draft) {
    const isBlank = shown === null || shown === undefined || shown === ''
    return (
      <div className="group/inline flex min-h-8 items-center gap-2">
        <dt className="w-24 shrink-0 text-meta text-muted">{source ?? label}</dt>
        <dd className={cx('flex min-w-0 flex-1 items-center gap-2', isBlank && 'text-muted')}>
          <span className="min-w-0 flex-1 break-words">{isBlank ? '—' : shown}</span>
          {canEdit && (
            <IconButton
              label={t('parties.file.editField', { field: label })}
              icon={<Pencil className="size-3.5!" />}
              className="opacity-0 group-hover/inline:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
              onPress={() => setDraft({ value })}
            />
          )}
        </dd>
      </div>
    )
  }
  return (
    <div className="flex min-w-0 flex-col gap-1 py-1">
      <dt className="text-meta text-muted">{label}</dt>
      <dd>
        <fieldset aria-label={label} className="flex min-w-0 flex-col gap-1">
          {/* Keys bubble up from the field inside; the box itself is not operated. */}
          <div role="presentation" className="flex items-start gap-1" onKeyDown={onKeyDown}>
            <div className="min-w-0 flex-1">
              {renderEditor(draft.value, (next) => setDraft({ value: next }))}
            </div>
            <IconButton
              label={t('web.save')}
              icon={<Check />}
              kind="secondary"
              isPending={isSaving}
              onPress={() => void commit()}
            />
            <IconButton label={t('web.cancel')} icon={<X />} onPress={close} />
          </div>
          {fault && (
            <p role="alert" className="text-meta text-bad">
              {fault}
            </p>
          )}
        </fieldset>
      </dd>
    </div>
  )
}

/** In an open list Enter chooses; it must not save yet. */
const isInsideList = (target: EventTarget) =>
  target instanceof HTMLElement &&
  (target.getAttribute('aria-expanded') === 'true' ||
    target.getAttribute('aria-haspopup') !== null ||
    target.tagName === 'TEXTAREA')
