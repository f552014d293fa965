import {
  getImportRoute,
  type Import,
  type ImportChange,
  listImportsRoute,
  previewImportRoute,
  updateImportRoute,
} from '@peyvand/imports/contract'
import { callApi, queryClient, routeKey, useProblemText } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useCallback, useRef, useState } from 'react'

export type ChangeImport = (change: Omit<ImportChange, 'version'>) => void

const keyOf = (id: string) => routeKey(getImportRoute, { params: { id } })
const current = (id: string) => queryClient.getQueryData<Import>(keyOf(id))
const put = (id: string, change: (before: Import) => Import) =>
  queryClient.setQueryData<Import>(keyOf(id), (before) => before && change(before))

/**
 * Saves every choice of the wizard at once, one after another: what is shown is what the server has, so an import
 * can be left at any moment and gone on with elsewhere. `settled` resolves when all is saved, to false if some was
 * not.
 */
export function useImportChange(id: string) {
  const problem = useProblemText()
  const [pending, setPending] = useState(0)
  const waiting = useRef(0)
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))

  const save = useCallback(
    async (change: Omit<ImportChange, 'version'>): Promise<boolean> => {
      try {
        const version = current(id)?.version ?? 0
        const saved = await callApi(updateImportRoute, { params: { id }, body: { ...change, version } })
        const isLast = waiting.current === 1
        // Choices made meanwhile stay as they are shown until they are saved themselves.
        put(id, (before) => (isLast ? saved : { ...before, version: saved.version, state: saved.state }))
        if (change.format) await queryClient.invalidateQueries({ queryKey: [previewImportRoute.path] })
        return true
      } catch (error) {
        toast({ kind: 'bad', title: problem(error) })
        await queryClient.invalidateQueries({ queryKey: [getImportRoute.path] })
        return false
      } finally {
        waiting.current -= 1
        setPending(waiting.current)
        void queryClient.invalidateQueries({ queryKey: [listImportsRoute.path] })
      }
    },
    [id, problem],
  )

  const change = useCallback<ChangeImport>(
    (next) => {
      waiting.current += 1
      setPending(waiting.current)
      put(id, (before) => ({
        ...before,
        ...(next.mapping ? { mapping: next.mapping } : {}),
        settings: { ...before.settings, ...definedOf(next.settings ?? {}) },
      }))
      const before = queue.current
      const after = async () => {
        const isFine = await before
        return (await save(next)) && isFine
      }
      queue.current = after()
    },
    [id, save],
  )

  const settled = useCallback(async () => {
    const isFine = await queue.current
    queue.current = Promise.resolve(true)
    return isFine
  }, [])
  return { change, settled, isSaving: pending > 0 }
}

const definedOf = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]-?: Exclude<T[K], undefined>
  }
