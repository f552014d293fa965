import type { CustomField } from '@peyvand/platform/contract'
import {
  ApiProblem,
  callApi,
  invalidateTopics,
  sendOrKeep,
  showServerErrors,
  useConflict,
  useProblemText,
  useReachable,
  useT,
} from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useEffect, useState } from 'react'
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
import { newDocumentDraft, type WrittenDocument } from '../offline.ts'
import {
  bodyOf,
  changeAfterIssue,
  type DocumentValues,
  isHalf,
  valuesOf,
  written,
} from './document-values.ts'
import { useDocumentWords } from './use-document-words.ts'

interface Options {
  form: UseFormReturn<DocumentValues>
  kind: DocumentKind
  /** What is changed; null for a new one. */
  document: Document | null
  /** The waiting item that a new one stands for from now on. */
  replaces: string | undefined
  partyName: string | undefined
  shown: readonly CustomField[]
  /** Lines are to be mended first. */
  onFaulty: () => void
  onTheirs: (current: Document) => void
  onSaved: (document: Document) => void
  /** It waits on this device until the server answers; its title. */
  onKept: (title: string) => void
}

/** Saves the form, and issues the document where that is asked; a version that came between is shown beside it. */
export function useSaveDocument(options: Options) {
  const { form, kind, document, replaces, partyName, shown } = options
  const t = useT()
  const problem = useProblemText()
  const isReachable = useReachable()
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const { saveOver, dialog } = useConflict<Document, DocumentValues>({
    valuesOf,
    inWords: useDocumentWords(),
    onTheirs: options.onTheirs,
  })
  useFaultsGoWithChange(form)
  /** Null where it waits on this device, or nothing is to be saved after all. */
  const send = async (values: DocumentValues): Promise<Document | null> => {
    if (document)
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
    const title = [t(`documents.kind.${kind}`), partyName].filter(Boolean).join(' · ')
    const sent = await sendOrKeep({
      kind: newDocumentDraft,
      title,
      route: createDocumentRoute,
      call: { body: { ...bodyOf(values, shown), kind } },
      form: { kind, values, partyName } satisfies WrittenDocument,
      replaces,
    })
    if (!sent.isKept) return sent.answer
    form.reset(values)
    options.onKept(title)
    return null
  }
  const save = async (isIssued: boolean) => {
    const values = form.getValues()
    const lines = written(values.lines)
    if (values.partyId === null) {
      form.setError('partyId', { message: t('error.required') }, { shouldFocus: true })
      return
    }
    if (!lines.every(isWhole)) {
      const isSought = !isReachable && lines.some(({ wanted }) => wanted)
      setFault(t(isSought ? 'documents.ui.saveLater' : 'documents.ui.mendFirst'))
      options.onFaulty()
      return
    }
    if (values.charges.some(isHalf)) {
      setFault(t('documents.ui.chargeHalf'))
      return
    }
    setFault(null)
    setPending(true)
    try {
      const saved = await send(values)
      if (!saved) return
      form.reset(values)
      await invalidateTopics(documentTopics)
      options.onSaved(saved)
      if (isIssued) await issue(saved)
    } catch (error) {
      const others = showServerErrors(form, error)
      setFault(error instanceof ApiProblem && error.fields.length > 0 ? faultsOf(error, others) : error)
    } finally {
      setPending(false)
    }
  }
  /** By then the form is left: what stands against it is told on the document's page. */
  const issue = async ({ id, version }: Document) => {
    try {
      await callApi(issueDocumentRoute, { params: { id }, body: { version } })
    } catch (error) {
      toast({ kind: 'bad', title: t('documents.ui.notIssued'), description: problem(error) })
    }
    await invalidateTopics(documentTopics)
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

/** What was wrong with a field is not said of what is written into it after that. */
function useFaultsGoWithChange({ watch, clearErrors }: UseFormReturn<DocumentValues>): void {
  useEffect(() => {
    const { unsubscribe } = watch((_, { name }) => {
      if (name) clearErrors(name)
    })
    return unsubscribe
  }, [watch, clearErrors])
}
