import { type FileFormat, type Import, previewImportRoute } from '@peyvand/imports/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { Card, Select, Spinner, useFormat } from '@peyvand/ui'
import { PreviewTable } from './preview-table.tsx'
import type { ChangeImport } from './use-import-change.ts'

const encodings = ['utf8', 'windows1256', 'utf16le', 'utf16be', 'windows1252'] as const
const delimiters = [',', ';', '\t', '|', '،'] as const
const delimiterKeys: Record<NonNullable<FileFormat['delimiter']>, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  '،': 'persianComma',
}

type Props = { imported: Import; change: ChangeImport; isSaving: boolean }

/** How the file is read, as it was found out, with what comes of it. */
export const FormatStep = ({ imported, change, isSaving }: Props) => {
  const t = useT()
  const { kind, encoding, delimiter, sheet } = imported.format
  return (
    <>
      <Card
        title={t('imports.format.title')}
        actions={isSaving && <Spinner size={16} className="text-muted" />}
      >
        <p className="mb-3 text-body text-muted">{t('imports.format.hint')}</p>
        <div className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3">
          {kind !== 'xlsx' && (
            <Select
              label={t('imports.format.encoding')}
              options={encodings.map((id) => ({ id, label: t(`imports.format.encoding.${id}`) }))}
              value={encoding}
              onChange={(next) => next && change({ format: { encoding: next } })}
            />
          )}
          {kind === 'csv' && (
            <Select
              label={t('imports.format.delimiter')}
              options={delimiters.map((id) => ({
                id,
                label: t(`imports.format.delimiter.${delimiterKeys[id]}`),
              }))}
              value={delimiter}
              onChange={(next) => next && change({ format: { delimiter: next } })}
            />
          )}
          {kind === 'xlsx' && (
            <Select
              label={t('imports.format.sheet')}
              options={imported.sheets.map((label, at) => ({ id: String(at + 1), label }))}
              value={String(sheet ?? 1)}
              onChange={(next) => next && change({ format: { sheet: Number(next) } })}
            />
          )}
          {kind === 'vcard' ? (
            <p className="self-end pb-2 text-body text-muted">{t('imports.format.cards')}</p>
          ) : (
            <HeaderRowField imported={imported} change={change} />
          )}
        </div>
      </Card>
      <Card title={t('imports.preview')} isFlush>
        <PreviewTable imported={imported} />
      </Card>
    </>
  )
}

const HeaderRowField = ({ imported, change }: Pick<Props, 'imported' | 'change'>) => {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(previewImportRoute, { params: { id: imported.id } }, { keepPrevious: true })
  const { headerRow } = imported.format
  const lines = data?.items ?? []
  const options = [
    { id: '0', label: t('imports.format.noHeader') },
    ...[...new Set([...lines.map(({ line }) => line), ...(headerRow > 0 ? [headerRow] : [])])]
      .toSorted((a, b) => a - b)
      .map((line) => {
        const cells = lines.find((one) => one.line === line)?.cells.filter(Boolean) ?? []
        return {
          id: String(line),
          label: t('imports.line', { line: format.number(line) }),
          description: format.list(cells.slice(0, 4)),
        }
      }),
  ]
  return (
    <Select
      label={t('imports.format.headerRow')}
      options={options}
      value={String(headerRow)}
      onChange={(next) => next && change({ format: { headerRow: Number(next) } })}
    />
  )
}
