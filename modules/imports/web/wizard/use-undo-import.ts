import { type ImportSummary, undoImportRoute } from '@peyvand/imports/contract'
import { callApi, followOperation, useProblemText, useT } from '@peyvand/platform/web'
import { confirm, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import { importedTopics } from '../imported-topics.ts'

/** Asks, then takes an import back and tells when it is done. */
export function useUndoImport() {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const [isUndoing, setUndoing] = useState(false)
  const undo = async ({ id, counts, fileName }: ImportSummary) => {
    const isSure = await confirm({
      title: t('imports.undo.title'),
      body: t('imports.undo.body', {
        name: fileName,
        new: format.number(counts?.new ?? 0),
        updated: format.number(counts?.updated ?? 0),
      }),
      confirmLabel: t('imports.undo'),
      isDanger: true,
    })
    if (!isSure) return
    setUndoing(true)
    try {
      const { operationId } = await callApi(undoImportRoute, { params: { id } })
      await followOperation(t, operationId, importedTopics)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setUndoing(false)
    }
  }
  return { undo, isUndoing }
}
