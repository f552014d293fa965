import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  copyDocumentRoute,
  type Document,
  deleteDocumentRoute,
  finishDocumentRoute,
  issueDocumentRoute,
  reopenDocumentRoute,
  restoreDocumentRoute,
  reviseDocumentRoute,
  withdrawDocumentRoute,
} from '../../contract/index.ts'
import { documentTopics } from '../document-topics.ts'
import { sidePath } from '../side-path.ts'
import { useDocumentName } from '../words/use-document-name.ts'

const atOnce = {
  issue: issueDocumentRoute,
  withdraw: withdrawDocumentRoute,
  finish: finishDocumentRoute,
  reopen: reopenDocumentRoute,
} as const
export type ActionAtOnce = keyof typeof atOnce

/** What is done to a document by one press, without a question. */
export function useDocumentActions(document: Document) {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  const nameOf = useDocumentName()
  const [isBusy, setBusy] = useState(false)
  const { id, version } = document
  const params = { id }
  const open = (other: string, way = '') => navigate({ to: `/documents/${other}${way}` as never })

  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    try {
      await act()
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(documentTopics)
    setBusy(false)
  }
  const act = (action: ActionAtOnce) =>
    run(async () => {
      const changed = await callApi(atOnce[action], { params, body: { version } })
      const said = action === 'issue' && changed.status === 'waiting' ? 'submit' : action
      toast({ kind: 'ok', title: t(`documents.did.${said}`, { name: nameOf(changed) }) })
    })
  const make = (route: typeof copyDocumentRoute | typeof reviseDocumentRoute) =>
    run(async () => {
      const made = await callApi(route, { params, body: {} }, { idempotencyKey: newId() })
      await open(made.id, '/edit')
    })
  const restore = () =>
    run(async () => {
      await callApi(restoreDocumentRoute, { params })
      toast({ kind: 'ok', title: t('documents.ui.restored') })
      await open(id)
    })
  const remove = () =>
    run(async () => {
      await callApi(deleteDocumentRoute, { params })
      await navigate({ to: sidePath(document.side) as never })
      toast({
        kind: 'ok',
        title: t('documents.ui.deleted'),
        action: { label: t('web.undo'), onPress: () => void restore() },
      })
    })
  return {
    act,
    isBusy,
    copy: () => make(copyDocumentRoute),
    revise: () => make(reviseDocumentRoute),
    restore,
    remove,
  }
}
