import {
  type ExportFormat,
  type ExportRequestInput,
  listExportColumnsRoute,
  startExportRoute,
} from '@peyvand/imports/contract'
import type { Selection } from '@peyvand/platform/contract'
import {
  callApi,
  followOperation,
  type ListLook,
  problemText,
  type T,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, newId, toast } from '@peyvand/ui'
import { Contact, Download, FileSpreadsheet, FileText, Printer } from 'lucide-react'

export type ExportMenuProps = {
  /** The list: `parties`. */
  record: string
  selection: Selection
  /** The columns shown and the sort; without it everything that an import takes back is written. */
  look?: ListLook
  size?: 'default' | 'small'
}

const tables: readonly ExportFormat[] = ['xlsx', 'csv']
/** Lists whose records are somebody: they can go into address books. */
const cardsOf: Record<string, readonly ExportFormat[]> = { parties: ['vcard', 'vcard3'] }
const icons = { xlsx: FileSpreadsheet, csv: FileText, pdf: Printer, vcard: Contact, vcard3: Contact }

/** Writes a list or a selection of it to a file; the file is offered when it is ready, also in the tray of long work. */
export const ExportMenu = ({ record, selection, look, size = 'default' }: ExportMenuProps) => {
  const t = useT()
  const { data } = useRoute(listExportColumnsRoute, { query: { record } }, { staleTime: 5 * 60_000 })
  const exportable = new Set(data?.items.map(({ key }) => key))
  const columns = look?.columns.filter((key) => exportable.has(key)) ?? []
  const start = (format: ExportFormat, chosen?: string[]) =>
    void runExport(t, {
      record,
      selection,
      format,
      ...(look ? { sort: look.sort } : {}),
      ...(chosen ? { columns: chosen } : {}),
    })
  return (
    <MenuTrigger>
      <Button size={size} icon={<Download size={16} aria-hidden />}>
        {t('exports.menu')}
      </Button>
      <Menu aria-label={t('exports.menu')}>
        <MenuSection title={t('exports.all')}>
          {[...tables, ...(cardsOf[record] ?? [])].map((format) => (
            <FormatItem key={format} format={format} onAction={() => start(format)} />
          ))}
        </MenuSection>
        {columns.length > 0 && (
          <MenuSection title={t('exports.shown')}>
            {[...tables, 'pdf' as const].map((format) => (
              <FormatItem
                key={format}
                id={`shown-${format}`}
                format={format}
                onAction={() => start(format, columns)}
              />
            ))}
          </MenuSection>
        )}
      </Menu>
    </MenuTrigger>
  )
}

type FormatItemProps = { id?: string; format: ExportFormat; onAction: () => void }

const FormatItem = ({ id, format, onAction }: FormatItemProps) => {
  const t = useT()
  const Icon = icons[format]
  return (
    <MenuItem id={id ?? `all-${format}`} icon={<Icon aria-hidden />} onAction={onAction}>
      {t(`exports.format.${format}`)}
    </MenuItem>
  )
}

async function runExport(t: T, body: ExportRequestInput): Promise<void> {
  try {
    const { operationId } = await callApi(startExportRoute, { body }, { idempotencyKey: newId() })
    toast({ title: t('exports.started'), description: t('exports.startedHint') })
    await followOperation(t, operationId, [])
  } catch (error) {
    toast({ kind: 'bad', title: problemText(t, error) })
  }
}
