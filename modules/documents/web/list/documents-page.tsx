import { ExportMenu } from '@peyvand/imports/web'
import type { Filter, ListField } from '@peyvand/platform/contract'
import {
  ListPage,
  type ListRelations,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { ButtonLink, EmptyState, Tabs } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { ReceiptText, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { z } from 'zod'
import {
  DocumentKind,
  type DocumentRow,
  kindsOfSide,
  listDocumentsRoute,
  type Side,
  summarizeDocumentsRoute,
} from '../../contract/index.ts'
import { sidePath } from '../side-path.ts'
import { NewDocument } from './new-document.tsx'
import { DocumentRowCard, useDocumentColumns } from './use-document-columns.tsx'
import { defaultColumnsOf, useDocumentFields } from './use-document-fields.ts'

const Search = z.object({ kind: DocumentKind.optional().catch(undefined) })

/** What the firm sells by: inquiries, offers, orders, invoices, papers that go with goods. */
export const SalesDocumentsPage = () => <Loaded side="sales" />

/** What the firm buys by. */
export const PurchaseDocumentsPage = () => <Loaded side="purchase" />

const Loaded = ({ side }: { side: Side }) => {
  const t = useT()
  usePageTitle(t(`documents.list.${side}`))
  const { fields, relations, error, retry } = useDocumentFields()
  const [{ kind }] = useUrlState(Search)
  if (error) return <PageProblem error={error} onRetry={retry} />
  if (!fields) return <PageSkeleton />
  const shown = kind && kindsOfSide(side).includes(kind) ? kind : null
  return (
    <DocumentList key={shown ?? side} side={side} kind={shown} fields={fields} relations={relations ?? {}} />
  )
}

type Props = {
  side: Side
  /** One kind; every one of the side where it is null. */
  kind: DocumentKind | null
  fields: Readonly<Record<string, ListField>>
  relations: ListRelations
}

const DocumentList = ({ side, kind, fields, relations }: Props) => {
  const t = useT()
  const navigate = useNavigate()
  const columns = useDocumentColumns(fields)
  const mayExport = usePermission('documents.export')
  const mayDelete = usePermission('documents.delete')
  const baseFilter = useMemo(
    (): Filter => ({ field: kind ? 'kind' : 'side', op: 'eq', value: kind ?? side }),
    [kind, side],
  )
  const title = t(`documents.list.${side}`)
  const add = <NewDocument side={side} kind={kind} />
  return (
    <ListPage<DocumentRow>
      list={`documents.${kind ?? side}`}
      title={title}
      below={<KindTabs side={side} kind={kind} />}
      route={listDocumentsRoute}
      summaryRoute={summarizeDocumentsRoute}
      baseFilter={baseFilter}
      fields={fields}
      relations={relations}
      columns={columns}
      defaultColumns={defaultColumnsOf(side, kind)}
      defaultSort="-issuedOn"
      rowLabel={({ number, party }) => number ?? party.name}
      onOpen={({ id }) => void navigate({ to: `/documents/${id}` as never })}
      renderCard={(row) => <DocumentRowCard row={row} />}
      actions={(shown, look) => (
        <>
          {mayExport && <ExportMenu record="documents" selection={shown} look={look} />}
          {mayDelete && (
            <ButtonLink href="/documents/bin" icon={<Trash2 size={16} aria-hidden />}>
              {t('documents.ui.bin')}
            </ButtonLink>
          )}
          {add}
        </>
      )}
      searchLabel={t('documents.ui.search')}
      empty={
        <EmptyState icon={<ReceiptText />} title={t('documents.ui.empty')} action={add}>
          {t(`documents.ui.emptyHint.${side}`)}
        </EmptyState>
      }
    />
  )
}

const all = 'all'

const KindTabs = ({ side, kind }: { side: Side; kind: DocumentKind | null }) => {
  const t = useT()
  const path = sidePath(side)
  return (
    <Tabs
      label={t('documents.field.kind')}
      value={kind ?? all}
      items={[
        { id: all, label: t('documents.ui.allKinds'), href: path },
        ...kindsOfSide(side).map((id) => ({
          id,
          label: t(`documents.kind.${id}`),
          href: `${path}?kind=${id}`,
        })),
      ]}
    />
  )
}
