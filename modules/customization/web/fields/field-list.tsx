import type { CustomField, CustomSection } from '@peyvand/platform/contract'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Card, confirm, EmptyState, MenuItem, toast, useFormat, useUi } from '@peyvand/ui'
import { type Reorder, SortableList } from '@peyvand/ui/data'
import { Heading, Plus, TextCursorInput, Trash2 } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import {
  customFieldUsageRoute,
  deleteCustomSectionRoute,
  orderCustomFieldsRoute,
  updateCustomFieldRoute,
} from '../../contract/index.ts'
import { ArchivedPart } from '../archived-part.tsx'
import { ItemMenu } from '../item-menu.tsx'
import { arrangement, type FormRow, formRows } from './arrange-fields.ts'
import { useAskedFields } from './asked-fields.ts'
import { FieldDialog } from './field-dialog.tsx'
import { FieldRow } from './field-row.tsx'
import { linesOfUse } from './field-uses.tsx'
import { SectionDialog } from './section-dialog.tsx'

/** Fills `customization.fields.record`: chooses the groups or kinds of the record type that have a field. */
export type FieldScopesProps = {
  label: string
  description: string
  value: readonly string[]
  onChange: (value: string[]) => void
}

type Props = {
  record: string
  fields: readonly CustomField[]
  sections: readonly CustomSection[]
  scopes: ComponentType<FieldScopesProps>
}
type Open = { field: CustomField | null } | { section: CustomSection | null } | null

/** The fields of one record type under the headings of its forms, in order. */
export const FieldList = ({ record, fields, sections, scopes }: Props) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { locale } = useUi()
  const [open, setOpen] = useState<Open>(null)
  const used = fields.filter(({ archivedAt }) => !archivedAt)
  const archived = fields.filter(({ archivedAt }) => archivedAt)
  const asked = useAskedFields(record, used)
  const rows = formRows(used, sections, locale)
  const nameOf = (field: CustomField) => (locale === 'fa' ? field.labelFa : field.labelEn)

  const run = async (act: () => Promise<unknown>) => {
    await act().catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
    await invalidateTopics(['custom-fields'])
  }
  const setArchived = ({ id, version }: CustomField, isArchived: boolean) =>
    run(() => callApi(updateCustomFieldRoute, { params: { id }, body: { version, archived: isArchived } }))
  const archive = async (field: CustomField) => {
    const { records, uses } = await callApi(customFieldUsageRoute, { params: { id: field.id } })
    const isSure = await confirm({
      title: t('customization.ui.fields.archiveTitle', { name: nameOf(field) }),
      body: [
        ...(records === null ? [] : [t('customization.ui.fields.archiveUses', { count: records })]),
        ...linesOfUse(uses, t, format),
        t('customization.ui.fields.archiveBody'),
      ].join(' '),
      confirmLabel: t('customization.ui.archive'),
    })
    if (isSure) await setArchived(field, true)
  }
  const removeSection = ({ id }: CustomSection) =>
    run(() => callApi(deleteCustomSectionRoute, { params: { id } }))
  const reorder = (move: Reorder) =>
    void run(() => callApi(orderCustomFieldsRoute, { body: { record, sections: arrangement(rows, move) } }))

  const renderRow = ({ id, label, field, section }: FormRow) => (
    <>
      {field ? (
        <FieldRow field={field} fields={asked} />
      ) : (
        <h3 className="me-auto flex items-center gap-2 font-semibold">
          <Heading size={15} aria-hidden className="text-muted" />
          {label}
        </h3>
      )}
      <ItemMenu
        id={id}
        name={label}
        among={section ? sections : rows}
        onEdit={() => setOpen(field ? { field } : { section })}
        onReorder={reorder}
        {...(field && { onArchive: () => void archive(field) })}
      >
        {section && (
          <MenuItem icon={<Trash2 />} onAction={() => void removeSection(section)}>
            {t('customization.ui.sections.delete')}
          </MenuItem>
        )}
      </ItemMenu>
    </>
  )
  return (
    <Card
      title={t('customization.customFields')}
      isFlush
      actions={
        <>
          <Button
            size="small"
            icon={<Heading size={15} aria-hidden />}
            onPress={() => setOpen({ section: null })}
          >
            {t('customization.ui.sections.new')}
          </Button>
          <Button
            size="small"
            kind="primary"
            icon={<Plus size={15} aria-hidden />}
            onPress={() => setOpen({ field: null })}
          >
            {t('customization.ui.fields.new')}
          </Button>
        </>
      }
    >
      <SortableList
        label={t('customization.customFields')}
        items={rows}
        onReorder={reorder}
        render={renderRow}
        rowClass={({ section }) => (section ? 'bg-surface-2' : '')}
        empty={
          <EmptyState icon={<TextCursorInput />} title={t('customization.ui.fields.empty')}>
            {t('customization.ui.fields.emptyHint')}
          </EmptyState>
        }
      />
      <ArchivedPart
        title={t('customization.ui.fields.archived', { count: archived.length })}
        items={archived}
        nameOf={nameOf}
        onBringBack={(field) => void setArchived(field, false)}
      />
      {open && 'section' in open && (
        <SectionDialog record={record} section={open.section} onClose={() => setOpen(null)} />
      )}
      {open && 'field' in open && (
        <FieldDialog
          record={record}
          field={open.field}
          fields={fields}
          sections={sections}
          scopes={scopes}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}
