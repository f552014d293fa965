import { DraftNote, useCustomDefaults, useCustomFields, useShownFields } from '@peyvand/parties/web'
import {
  FormFault,
  FormFooter,
  useDraft,
  useLeaveGuard,
  usePageTitle,
  usePermission,
  useT,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, Callout, Card, lazyPart, PageHeader, toast, useFormat } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Stamp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FormProvider, useForm, useFormContext } from 'react-hook-form'
import { type Document, type DocumentKind, documentKinds } from '../../contract/index.ts'
import { TotalsList } from '../document/totals-list.tsx'
import type { DraftLine } from '../lines/draft-line.ts'
import { usePreview } from '../lines/use-preview.ts'
import { HeaderFields, InnerFields, type Known, PriceFields, PrintedFields } from './document-fields.tsx'
import { type DocumentValues, headerOf, saleOf } from './document-values.ts'
import { RoundingField } from './rounding-field.tsx'
import { useSaveDocument } from './use-save-document.ts'

// Loaded beside the page, which would else be too heavy.
const LineEditor = lazyPart(async () => (await import('../lines/line-editor.tsx')).LineEditor)
const ChargesField = lazyPart(async () => (await import('./charges-field.tsx')).ChargesField)

interface Props {
  kind: DocumentKind
  /** What is changed; null for a new one. */
  document: Document | null
  values: DocumentValues
  known: Known
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

const Form = ({ kind, document, known, onTheirs }: Props) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const mayIssue = usePermission('documents.issue')
  const form = useFormContext<DocumentValues>()
  const draft = useDraft(form, document ? `documents.${document.id}` : `documents.new.${kind}`)
  const own = useCustomFields('documents', [])
  useCustomDefaults(own, !document)
  const shown = useShownFields(own)
  const isWhole = document?.can.rewrite ?? true
  const kindName = t(`documents.kind.${kind}`)
  const title = document
    ? t('documents.ui.editTitle', { kind: kindName, number: format.digits(document.number ?? '') })
    : t('documents.ui.newTitle', { kind: kindName })
  usePageTitle(title)
  const list = documentKinds[kind].side === 'sales' ? '/documents' : '/purchases'
  const leave = (id: string | undefined) => void navigate({ to: (id ? `/documents/${id}` : list) as never })
  const { save, fault, isPending, dialog } = useSaveDocument({
    form,
    kind,
    document,
    shown,
    onTheirs: (current) => {
      draft.clear()
      onTheirs?.(current)
    },
    onSaved: (saved) => {
      draft.clear()
      toast({ kind: 'ok', title: t('web.saved') })
      leave(saved.id)
    },
  })
  useLeaveGuard(form.formState.isDirty && !isPending)
  useSaveKey(() => void save(false))
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
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
        className="flex flex-col gap-4"
      >
        <DraftNote draft={draft} />
        {typeof fault === 'string' ? <Callout tone="bad">{fault}</Callout> : <FormFault error={fault} />}
        {isWhole ? (
          <Written kind={kind} document={document} known={known} />
        ) : (
          <Callout>{t('documents.ui.issuedHint')}</Callout>
        )}
        <Card title={t('documents.ui.inner')}>
          <InnerFields kind={kind} known={known} shown={shown} />
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
  const [lines, setLines] = useLines()
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
      <FormFault error={preview.error} />
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
              <PriceFields />
            </div>
          </Card>
        )}
      </div>
    </>
  )
}

/**
 * The lines of the form. It makes copies of what it is given; here the same line stays the same object, so that of
 * two hundred only the one that changed is drawn anew.
 */
function useLines() {
  const form = useFormContext<DocumentValues>()
  const [lines, show] = useState<readonly DraftLine[]>(() => form.getValues('lines'))
  useEffect(() => {
    // A change without a name is one of the whole form: a draft that came back, or was let go.
    const { unsubscribe } = form.watch((values, { name }) => {
      if (!name) show((values.lines ?? []) as DraftLine[])
    })
    return unsubscribe
  }, [form])
  const put = (next: readonly DraftLine[]) => {
    show(next)
    form.setValue('lines', [...next], { shouldDirty: true })
  }
  return [lines, put] as const
}

/** Ctrl S saves, wherever the focus is. */
function useSaveKey(save: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
