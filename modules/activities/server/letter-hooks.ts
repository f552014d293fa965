import { defineHook } from '@peyvand/platform/server'
import type { ActivityAction, Direction } from '../contract/index.ts'

/** Asked in the transaction that registers a letter: the keeper of the registers answers with its number. */
export const registerLetter = defineHook<
  { activityId: string; direction: Direction; registerId: string | null },
  { registryNo: string; registerId: string }
>('activities.registerLetter')

/** Asked before a letter's text, names or class change: true where it was issued and its PDF stands. */
export const letterIsFixed = defineHook<{ activityId: string }, boolean>('activities.letterIsFixed')

/** Asked for the actions that a letter does not offer because its keeper does them in another way. */
export const withheldActions = defineHook<{ activityId: string }, ActivityAction[]>(
  'activities.withheldActions',
)
