import type { CustomField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { StatusPill, useFormat, useUi } from '@peyvand/ui'
import type { AskedField } from './asked-fields.ts'
import { conditionWords } from './condition-words.ts'
import { fieldIcons } from './field-types.ts'

type Props = { field: CustomField; fields: readonly AskedField[] }

/** A field in the designer: its name, what it holds and what it asks. */
export const FieldRow = ({ field, fields }: Props) => {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const Icon = fieldIcons[field.type]
  const facts = [
    t(`customization.ui.fields.type.${field.type}`),
    field.appliesTo.length > 0 && t('customization.ui.fields.scopeCount', { count: field.appliesTo.length }),
    field.showWhen && conditionWords(field.showWhen, { t, format, locale, fields }),
  ].filter(Boolean)
  return (
    <>
      <span className="grid size-8 shrink-0 place-items-center rounded-control bg-surface-2 text-muted">
        <Icon size={16} aria-hidden />
      </span>
      <div className="me-auto min-w-0 py-1.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="truncate font-medium">{locale === 'fa' ? field.labelFa : field.labelEn}</span>
          {field.required && <StatusPill tone="warn">{t('customization.ui.fields.required')}</StatusPill>}
          {field.unique && <StatusPill tone="accent">{t('customization.ui.fields.unique')}</StatusPill>}
        </p>
        <p className="text-meta text-muted">{facts.join(' · ')}</p>
      </div>
    </>
  )
}
