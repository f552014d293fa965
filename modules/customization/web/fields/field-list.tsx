import type { CustomField } from '@peyvand/platform/contract'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import {
  Button,
  Card,
  confirm,
  Disclosure,
  EmptyState,
  IconButton,
  Menu,
  MenuItem,
  MenuTrigger,
  StatusPill,
  toast,
  useUi,
} from '@peyvand/ui'
import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  Ellipsis,
  Pencil,
  Plus,
  TextCursorInput,
} from 'lucide-react'
import { type ComponentType, useState } from 'react'
import {
  customFieldUsageRoute,
  orderCustomFieldsRoute,
  updateCustomFieldRoute,
} from '../../contract/index.ts'
import { FieldDialog } from './field-dialog.tsx'
import { fieldIcons } from './field-types.ts'

/** Fills `customization.fields.record`: chooses the groups or kinds of the record type that have a field. */
export type FieldScopesProps = {
  label: string
  description: string
  value: readonly string[]
  onChange: (value: string[]) => void
}

type Props = { record: string; fields: readonly CustomField[]; scopes: ComponentType<FieldScopesProps> }

/** The fields of one record type in the order of its forms. */
export const FieldList = ({ record, fields, scopes }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const { locale } = useUi()
  const [open, setOpen] = useState<'new' | CustomField | null>(null)
  const used = fields.filter(({ archivedAt }) => !archivedAt)
  const archived = fields.filter(({ archivedAt }) => archivedAt)
  const nameOf = (field: CustomField) => (locale === 'fa' ? field.labelFa : field.labelEn)

  const run = async (act: () => Promise<unknown>) => {
    await act().catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
    await invalidateTopics(['custom-fields'])
  }
  const setArchived = ({ id, version }: CustomField, isArchived: boolean) =>
    run(() => callApi(updateCustomFieldRoute, { params: { id }, body: { version, archived: isArchived } }))
  const archive = async (field: CustomField) => {
    const { records } = await callApi(customFieldUsageRoute, { params: { id: field.id } })
    const isSure = await confirm({
      title: t('customization.ui.fields.archiveTitle', { name: nameOf(field) }),
      body: [
        ...(records === null ? [] : [t('customization.ui.fields.archiveUses', { count: records })]),
        t('customization.ui.fields.archiveBody'),
      ].join(' '),
      confirmLabel: t('customization.ui.archive'),
    })
    if (isSure) await setArchived(field, true)
  }
  const move = (at: number, by: 1 | -1) => {
    const ids = used.map(({ id }) => id)
    const [id] = ids.splice(at, 1)
    if (id === undefined) return
    ids.splice(at + by, 0, id)
    void run(() =>
      callApi(orderCustomFieldsRoute, {
        body: { record, sections: [{ id: null, fieldIds: ids }] },
      }),
    )
  }
  return (
    <Card
      title={t('customization.customFields')}
      isFlush
      actions={
        <Button
          size="small"
          kind="primary"
          icon={<Plus size={15} aria-hidden />}
          onPress={() => setOpen('new')}
        >
          {t('customization.ui.fields.new')}
        </Button>
      }
    >
      {used.length === 0 && (
        <EmptyState icon={<TextCursorInput />} title={t('customization.ui.fields.empty')}>
          {t('customization.ui.fields.emptyHint')}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {used.map((field, at) => {
          const Icon = fieldIcons[field.type]
          return (
            <li key={field.id} className="flex items-center gap-2.5 px-4 py-2">
              <span className="grid size-8 shrink-0 place-items-center rounded-control bg-surface-2 text-muted">
                <Icon size={16} aria-hidden />
              </span>
              <div className="me-auto min-w-0">
                <p className="flex items-center gap-2">
                  <span className="truncate font-medium">{nameOf(field)}</span>
                  {field.required && (
                    <StatusPill tone="warn">{t('customization.ui.fields.required')}</StatusPill>
                  )}
                </p>
                <p className="truncate text-meta text-muted">
                  {t(`customization.ui.fields.type.${field.type}`)}
                  {field.appliesTo.length > 0 &&
                    ` · ${t('customization.ui.fields.scopeCount', { count: field.appliesTo.length })}`}
                  {field.helpFa && ` · ${field.helpFa}`}
                </p>
              </div>
              <IconButton
                label={t('customization.ui.editOf', { name: nameOf(field) })}
                icon={<Pencil />}
                onPress={() => setOpen(field)}
              />
              <MenuTrigger>
                <IconButton
                  label={t('customization.ui.actionsOf', { name: nameOf(field) })}
                  icon={<Ellipsis />}
                />
                <Menu
                  aria-label={t('customization.ui.actionsOf', { name: nameOf(field) })}
                  placement="bottom end"
                >
                  <MenuItem icon={<ArrowUp />} isDisabled={at === 0} onAction={() => move(at, -1)}>
                    {t('customization.ui.up')}
                  </MenuItem>
                  <MenuItem
                    icon={<ArrowDown />}
                    isDisabled={at === used.length - 1}
                    onAction={() => move(at, 1)}
                  >
                    {t('customization.ui.down')}
                  </MenuItem>
                  <MenuItem icon={<Archive />} onAction={() => void archive(field)}>
                    {t('customization.ui.archive')}
                  </MenuItem>
                </Menu>
              </MenuTrigger>
            </li>
          )
        })}
      </ul>
      {archived.length > 0 && (
        <div className="border-t border-line px-4 py-1">
          <Disclosure title={t('customization.ui.fields.archived', { count: archived.length })}>
            <ul>
              {archived.map((field) => (
                <li key={field.id} className="flex items-center gap-2 py-1 text-muted">
                  <span className="me-auto">{nameOf(field)}</span>
                  <IconButton
                    label={t('customization.ui.bringBackOf', { name: nameOf(field) })}
                    icon={<ArchiveRestore />}
                    onPress={() => void setArchived(field, false)}
                  />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
      {open && (
        <FieldDialog
          record={record}
          field={open === 'new' ? null : open}
          taken={fields.map(({ key }) => key)}
          scopes={scopes}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  )
}
