import type { CustomField } from '@peyvand/platform/contract'
import {
  ApiProblem,
  callApi,
  invalidateTopics,
  showServerErrors,
  useConflict,
  useT,
} from '@peyvand/platform/web'
import { newId } from '@peyvand/ui'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import {
  createDocumentRoute,
  type Document,
  type DocumentKind,
  issueDocumentRoute,
  updateDocumentRoute,
} from '../../contract/index.ts'
import { documentTopics } from '../document-topics.ts'
import { isWhole } from '../lines/draft-line.ts'
import { bodyOf, changeAfterIssue, type DocumentValues, valuesOf, written } from './document-values.ts'
import { useDocumentWords } from './use-document-words.ts'

interface Options {
  form: UseFormReturn<DocumentValues>
  kind: DocumentKind
  /** What is changed; null for a new one. */
  document: Document | null
  shown: readonly CustomField[]
  onTheirs: (current: Document) => void
  onSaved: (document: Document) => void
}

/** Saves the form, and issues the document where that is asked; a version that came between is shown beside it. */
export function useSaveDocument({ form, kind, document, shown, onTheirs, onSaved }: Options) {
  const t = useT()
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const { saveOver, dialog } = useConflict<Document, DocumentValues>({
    valuesOf,
    inWords: useDocumentWords(),
    onTheirs,
  })
  const send = (values: DocumentValues): Promise<Document | null> => {
    if (!document)
      return callApi(
        createDocumentRoute,
        { body: { ...bodyOf(values, shown), kind } },
        { idempotencyKey: newId() },
      )
    return saveOver({
      record: document,
      mine: values,
      save: (mine, { id, version, can }) => {
        const body = bodyOf(mine, shown)
        return callApi(updateDocumentRoute, {
          params: { id },
          body: { ...(can.rewrite ? body : changeAfterIssue(body)), version },
        })
      },
    })
  }
  const save = async (isIssued: boolean) => {
    const values = form.getValues()
    const lines = written(values.lines)
    if (values.partyId === null) {
      form.setError('partyId', { message: t('error.required') }, { shouldFocus: true })
      return
    }
    if (!lines.every(isWhole)) {
      setFault(t('documents.ui.mendFirst'))
      return
    }
    setFault(null)
    setPending(true)
    try {
      const saved = await send(values)
      if (!saved) return
      form.reset(values)
      await invalidateTopics(documentTopics)
      onSaved(saved)
      if (!isIssued) return
      const { id, version } = saved
      await callApi(issueDocumentRoute, { params: { id }, body: { version } })
      await invalidateTopics(documentTopics)
    } catch (error) {
      const others = showServerErrors(form, error)
      setFault(error instanceof ApiProblem && error.fields.length > 0 ? faultsOf(error, others) : error)
    } finally {
      setPending(false)
    }
  }
  /** Faults of lines have no field of the form; they are told above it with the number of their line. */
  const faultsOf = ({ fields }: ApiProblem, others: readonly string[]): string | null => {
    const ofLines = fields.flatMap(({ path, message }) => {
      const at = /^lines\.(\d+)/.exec(path)?.[1]
      return at === undefined ? [] : [t('documents.ui.lineFault', { line: Number(at) + 1, message })]
    })
    return [...ofLines, ...others].join(' ') || null
  }
  return { save, fault, isPending, dialog }
}
