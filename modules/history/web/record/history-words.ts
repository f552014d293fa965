import type { historyRoutes } from '../../contract/index.ts'

/** What the screens of a record's history show and call; its module gives one. */
export interface RecordHistory {
  id: string
  /** The record's version as it is shown, for restoring. */
  version: number
  /** Routes of `historyRoutes` for this type. */
  routes: Pick<ReturnType<typeof historyRoutes>, 'changes' | 'asOf'> & {
    restore: Omit<ReturnType<typeof historyRoutes>['restore'], 'answer'> & { answer: unknown }
  }
  /** What is read again after a restore. */
  topics: readonly string[]
  /** Name of a field; null for what only the program knows. */
  labelOf(field: string): string | null
  /** A value in words; null where there is none. */
  valueOf(field: string, value: unknown): string | null
}
