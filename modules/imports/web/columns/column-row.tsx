import type { ColumnMapping, FileColumn, ImportFieldView } from '@peyvand/imports/contract'
import { useT } from '@peyvand/platform/web'
import { ComboBox, cx, type Option, SegmentedControl, StatusPill } from '@peyvand/ui'
import { ArrowLeft } from 'lucide-react'
import { FileText } from '../file-text.tsx'

type Props = {
  column: FileColumn
  mapping: ColumnMapping
  field: ImportFieldView | undefined
  options: readonly Option[]
  onField: (field: string | null) => void
  onChange: (change: Partial<Pick<ColumnMapping, 'calendar' | 'unit'>>) => void
}

/** One column of the file: what is in it, and the field that it goes to. */
export const ColumnRow = ({ column, mapping, field, options, onField, onChange }: Props) => {
  const t = useT()
  const name = useColumnName()(column)
  return (
    <li
      className={cx(
        'grid grid-cols-1 items-center gap-x-4 gap-y-2 px-4 py-2.5 md:grid-cols-[minmax(0,1fr)_20px_minmax(0,18rem)_11rem]',
        !field && 'bg-surface-2/50',
      )}
    >
      <div className="min-w-0">
        <p className={cx('truncate font-medium', !field && 'text-muted')}>
          <bdi>{name}</bdi>
        </p>
        <ul
          aria-label={t('imports.columns.samples', { column: name })}
          className="flex flex-wrap gap-x-3 text-meta text-muted"
        >
          {column.samples.map((sample) => (
            <li key={sample} className="max-w-full truncate">
              <FileText>{sample}</FileText>
            </li>
          ))}
        </ul>
      </div>
      <ArrowLeft size={16} className="hidden text-muted md:block ltr:-scale-x-100" aria-hidden />
      <ComboBox
        aria-label={t('imports.columns.fieldOf', { column: name })}
        options={options}
        value={mapping.field}
        onChange={onField}
        placeholder={t('imports.columns.leaveOut')}
      />
      <div>
        {field?.type === 'date' && (
          <SegmentedControl
            label={t('imports.columns.calendarOf', { column: name })}
            value={mapping.calendar}
            onChange={(calendar) => onChange({ calendar })}
            options={[
              { id: 'jalali', label: t('imports.columns.jalali') },
              { id: 'gregorian', label: t('imports.columns.gregorian') },
            ]}
          />
        )}
        {field?.type === 'money' && (
          <SegmentedControl
            label={t('imports.columns.unitOf', { column: name })}
            value={mapping.unit}
            onChange={(unit) => onChange({ unit })}
            options={[
              { id: 'rial', label: t('imports.columns.rial') },
              { id: 'toman', label: t('imports.columns.toman') },
            ]}
          />
        )}
        {field?.many && <p className="text-meta text-muted">{t('imports.columns.many')}</p>}
        {!field && <StatusPill tone="warn">{t('imports.columns.leftOut')}</StatusPill>}
      </div>
    </li>
  )
}

/** A column's header, or its place where it has none. */
export function useColumnName() {
  const t = useT()
  return ({ header, column }: Pick<FileColumn, 'header' | 'column'>) =>
    header || t('imports.columns.nameless', { n: column + 1 })
}
