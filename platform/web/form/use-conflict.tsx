import { lazyPart } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'
import { ApiProblem } from '../api.ts'
import type { ConflictLine, Decision } from './conflict-dialog.tsx'
import { differingFields, mergeVersions } from './two-versions.ts'

const ConflictDialog = lazyPart(async () => (await import('./conflict-dialog.tsx')).ConflictDialog)

interface UseConflict<R, V> {
  /** What the form holds of a record. */
  valuesOf: (record: R) => V
  /** A field's name and its value in words. */
  inWords: (field: keyof V & string, value: unknown, current: R) => { label: string; value: string | null }
  /** Puts the record as it is now into the form. */
  onTheirs: (current: R) => void
}

interface Saving<R, V, T> {
  record: R
  mine: V
  save: (values: V, record: R) => Promise<T>
}

interface Shown {
  lines: readonly ConflictLine[]
  decide: (decision: Decision) => void
}

/**
 * Saves what may have been changed by somebody else meanwhile. Then both versions are shown, and the reader saves
 * their own changes over the present record, takes the present record, or goes back to the form; of the latter two
 * the answer is null.
 */
export function useConflict<R, V extends object>({ valuesOf, inWords, onTheirs }: UseConflict<R, V>) {
  const [shown, setShown] = useState<Shown | null>(null)

  const saveOver = async <T,>({ record, mine, save }: Saving<R, V, T>): Promise<T | null> => {
    try {
      return await save(mine, record)
    } catch (error) {
      if (!isConflict(error)) throw error
      const current = error.problem.current as R
      const versions = {
        before: asRecord(valuesOf(record)),
        mine: asRecord(mine),
        theirs: asRecord(valuesOf(current)),
      }
      const lines = differingFields(versions).map((field): ConflictLine => {
        const said = (value: unknown) => inWords(field as keyof V & string, value, current)
        const theirs = said(versions.theirs[field])
        return { label: theirs.label, mine: said(versions.mine[field]).value, theirs: theirs.value }
      })
      const decision = await new Promise<Decision>((decide) => setShown({ lines, decide }))
      setShown(null)
      if (decision === 'theirs') onTheirs(current)
      if (decision !== 'mine') return null
      return saveOver({ record: current, mine: mergeVersions(versions) as V, save })
    }
  }
  const dialog: ReactNode = shown && <ConflictDialog lines={shown.lines} onDecide={shown.decide} />
  return { saveOver, dialog }
}

const isConflict = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'versionConflict' && Boolean(error.problem.current)

const asRecord = (values: object) => values as Record<string, unknown>
