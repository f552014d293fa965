import {
  DraftNote,
  useCustomDefaults,
  useCustomFields,
  usePartyName,
  useShownFields,
} from '@peyvand/parties/web'
import {
  FormFooter,
  useDraft,
  useLeaveGuard,
  useMenuPlace,
  usePageTitle,
  usePermission,
  useT,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, Callout, Card, lazyPart, PageHeader, toast, useFormat } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Stamp } from 'lucide-react'
import { useRef } from 'react'
import { FormProvider, useForm, useFormContext } from 'react-hook-form'
import { type Document, type DocumentKind, documentKinds } from '../../contract/index.ts'
import { TotalsList } from '../document/totals-list.tsx'
import { showNextFault } from '../lines/show-fault.ts'
import { usePreview } from '../lines/use-preview.ts'
import { sidePath } from '../side-path.ts'
import { HeaderFields, PriceFields, PrintedFields } from './document-fields.tsx'
import { type DocumentValues, headerOf, saleOf } from './document-values.ts'
import { PreviewFault, SaveFault } from './form-faults.tsx'
import type { Known } from './party-fields.tsx'
import { RoundingField } from './rounding-field.tsx'
import { useFirstField, useSaveKey } from './use-form-keys.ts'
import { useFormLines } from './use-form-lines.ts'
import { useSaveDocument } from './use-save-document.ts'

// Loaded beside the page, which would else be too heavy.
const LineEditor = lazyPart(async () => (await import('../lines/line-editor.tsx')).LineEditor)
const InnerFields = lazyPart(async () => (await import('./inner-fields.tsx')).InnerFields)
const ChargesField = lazyPart(async () => (await import('./charges-field.tsx')).ChargesField)

interface Props {
  kind: DocumentKind
  /** What is changed; null for a new one. */
  document: Document | null
  values: DocumentValues
  known: Known
  /** The waiting item that it was opened from, and stands for once it is saved. */
  replaces?: string
  /** Shows the document as somebody else has saved it meanwhile. */
  onTheirs?: (document: Document) => void
}

/** A document being written; what is typed stays on the device until it is saved. */
export const DocumentForm = (props: Props) => {
  const form = useForm<DocumentValues>({ defaultValues: props.values })
  return (
    <FormProvider {...form}>
      <Form {...props} />
    </FormProvider>
  )
}

const Form = ({ kind, document, values, known, replaces, onTheirs }: Props) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const mayIssue = usePermission('documents.issue')
  const form = useFormContext<DocumentValues>()
  // What was begun for one customer does not come back for another.
  const begunFor = replaces ?? values.dealId ?? values.partyId ?? 'any'
  const draft = useDraft(form, `documents.${document?.id ?? `new.${kind}.${begunFor}`}`, document?.version)
  const page = useRef<HTMLFormElement>(null)
  const partyName = usePartyName(form.watch('partyId')) ?? known.party
  const own = useCustomFields('documents', [])
  useCustomDefaults(own, !document)
  const shown = useShownFields(own)
  const isWhole = document?.can.rewrite ?? true
  // In the middle of a sentence, which begins with a small letter where there are any.
  const kindName = t(`documents.kind.${kind}`).toLocaleLowerCase()
  const title = document
    ? t('documents.ui.editTitle', { kind: kindName, number: format.digits(document.number ?? '') })
    : t('documents.ui.newTitle', { kind: kindName })
  usePageTitle(title)
  const list = sidePath(documentKinds[kind].side)
  useMenuPlace(list)
  const leave = (id: string | undefined) => void navigate({ to: (id ? `/documents/${id}` : list) as never })
  const { save, fault, isPending, dialog } = useSaveDocument({
    form,
    kind,
    // What came back after somebody else's change is saved over the version it was written on, and so told apart.
    document: document && { ...document, version: draft.version ?? document.version },
    replaces,
    partyName,
    shown,
    onFaulty: () => page.current && showNextFault(page.current),
    onTheirs: (current) => {
      draft.clear()
      onTheirs?.(current)
    },
    onSaved: (saved) => {
      draft.clear()
      toast({ kind: 'ok', title: t('web.saved') })
      leave(saved.id)
    },
    onKept: (kept) => {
      draft.clear()
      toast({
        kind: 'warn',
        title: t('offline.kept', { title: kept }),
        description: t('documents.ui.keptHint'),
      })
      leave(undefined)
    },
  })
  useLeaveGuard(form.formState.isDirty && !isPending, draft.clear)
  useSaveKey(() => void save(false))
  useFirstField(document === null && values.partyId === null)
  return (
    <div className="mx-auto flex w-full max-w-360 flex-col gap-4">
      {dialog}
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t(`documents.list.${documentKinds[kind].side}`), href: list }, { label: title }]}
          />
        }
      />
      <form
        ref={page}
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
        className="flex flex-col gap-4"
      >
        <DraftNote draft={draft} />
        <SaveFault fault={fault} />
        {isWhole ? (
          <Written kind={kind} document={document} known={known} />
        ) : (
          <Callout>{t('documents.ui.issuedHint')}</Callout>
        )}
        <Card title={t('documents.ui.inner')}>
          <InnerFields known={known} shown={shown} />
        </Card>
        <FormFooter>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t(isWhole ? 'documents.ui.saveDraft' : 'web.save')}
          </Button>
          {isWhole && mayIssue && (
            <Button
              icon={<Stamp size={16} aria-hidden />}
              isDisabled={isPending}
              onPress={() => void save(true)}
            >
              {t('documents.ui.saveAndIssue')}
            </Button>
          )}
          <Button onPress={() => leave(document?.id)}>{t('web.cancel')}</Button>
        </FormFooter>
      </form>
    </div>
  )
}

/** Everything that is printed: it changes until the issue. */
const Written = ({ kind, document, known }: Pick<Props, 'kind' | 'document' | 'known'>) => {
  const t = useT()
  const { watch, setValue } = useFormContext<DocumentValues>()
  const values = watch()
  const [lines, setLines] = useFormLines()
  const hasPrices = documentKinds[kind].prices === 'shown'
  const preview = usePreview(
    { kind, ...(document && { id: document.id }), ...headerOf(values) },
    lines,
    lines.length > 0,
  )
  const { figures } = preview
  return (
    <>
      <Card>
        <HeaderFields kind={kind} known={known} />
      </Card>
      <LineEditor
        lines={lines}
        onChange={setLines}
        hasPrices={hasPrices}
        sale={saleOf(values)}
        preview={preview}
      />
      <PreviewFault preview={preview} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <Card title={t('documents.ui.printed')} className="max-lg:order-2">
          <PrintedFields kind={kind} />
        </Card>
        {hasPrices && (
          <Card title={t('documents.ui.sum')}>
            <div className="flex flex-col gap-4">
              <div aria-live="polite">
                {figures ? (
                  <TotalsList
                    totals={figures.totals}
                    currency={values.currency}
                    isStale={preview.isPending}
                  />
                ) : (
                  <p className="text-muted">{t('documents.ui.noSum')}</p>
                )}
              </div>
              <ChargesField
                value={values.charges}
                currency={values.currency}
                onChange={(charges) => setValue('charges', charges, { shouldDirty: true })}
              />
              {values.currency === 'IRR' && (
                <RoundingField
                  value={values.roundTo}
                  onChange={(roundTo) => setValue('roundTo', roundTo, { shouldDirty: true })}
                />
              )}
              {documentKinds[kind].side === 'sales' && <PriceFields />}
            </div>
          </Card>
        )}
      </div>
    </>
  )
}
