import type { CustomField } from '@peyvand/platform/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { Button, IconButton, TextField } from '@peyvand/ui'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { customFieldUsageRoute } from '../../contract/index.ts'
import { keyFrom } from './field-types.ts'

type Options = CustomField['options']
type Props = {
  value: Options
  onChange: (value: Options) => void
  errorMessage?: string
  /** Of a field that exists: options in use cannot be removed. */
  fieldId?: string
}

/** The options of a choice, a line each; Enter goes on to the next line. */
export const OptionsEditor = ({ value, onChange, errorMessage, fieldId }: Props) => {
  const t = useT()
  const { data: usage } = useRoute(
    customFieldUsageRoute,
    { params: { id: fieldId ?? '' } },
    { enabled: fieldId !== undefined },
  )
  const root = useRef<HTMLFieldSetElement>(null)
  const put = (at: number, change: Partial<Options[number]>) =>
    onChange(value.map((option, index) => (index === at ? { ...option, ...change } : option)))
  const add = () =>
    onChange([
      ...value,
      {
        value: keyFrom(
          'option',
          value.map((option) => option.value),
        ),
        labelFa: '',
        labelEn: '',
      },
    ])
  const addAndWrite = () => {
    add()
    requestAnimationFrame(() => {
      const lines = root.current?.querySelectorAll<HTMLInputElement>('[data-first] input')
      if (lines) [...lines].at(-1)?.focus()
    })
  }
  const move = (at: number, by: 1 | -1) => {
    const next = [...value]
    const [option] = next.splice(at, 1)
    if (!option) return
    next.splice(at + by, 0, option)
    onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    addAndWrite()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter in any of its inputs
    <fieldset ref={root} className="flex flex-col gap-2" onKeyDown={onKeyDown}>
      <legend className="mb-1.5 font-medium text-label">{t('customization.ui.fields.options')}</legend>
      {value.map((option, at) => {
        const name = option.labelFa || String(at + 1)
        const uses = usage?.options[option.value] ?? 0
        return (
          <div key={option.value} className="flex items-start gap-1.5">
            <div data-first className="min-w-0 flex-1">
              <TextField
                aria-label={`${t('customization.ui.labelFa')} ${at + 1}`}
                placeholder={t('customization.ui.labelFa')}
                value={option.labelFa}
                onChange={(labelFa) => put(at, { labelFa })}
              />
            </div>
            <TextField
              className="min-w-0 flex-1"
              aria-label={`${t('customization.ui.labelEn')} ${at + 1}`}
              placeholder={t('customization.ui.labelEn')}
              value={option.labelEn}
              onChange={(labelEn) => put(at, { labelEn })}
            />
            <IconButton
              label={`${t('customization.ui.up')}: ${name}`}
              icon={<ArrowUp />}
              isDisabled={at === 0}
              onPress={() => move(at, -1)}
            />
            <IconButton
              label={`${t('customization.ui.down')}: ${name}`}
              icon={<ArrowDown />}
              isDisabled={at === value.length - 1}
              onPress={() => move(at, 1)}
            />
            <IconButton
              label={
                uses > 0
                  ? t('customization.ui.fields.optionUsed', { count: uses })
                  : t('customization.ui.deleteOf', { name })
              }
              icon={<Trash2 />}
              isDisabled={uses > 0}
              onPress={() => onChange(value.filter((_, index) => index !== at))}
            />
          </div>
        )
      })}
      {errorMessage && <p className="text-bad text-meta">{errorMessage}</p>}
      <div>
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={addAndWrite}>
          {t('customization.ui.fields.addOption')}
        </Button>
      </div>
    </fieldset>
  )
}
