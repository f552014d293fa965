import type { Caller } from '@peyvand/parties/testing'
import type { z } from 'zod'
import type { Activity, CreateActivity } from '../contract/index.ts'

/** Records an activity by the API and fails where it is refused. */
export async function recorded(caller: Caller, input: z.input<typeof CreateActivity>): Promise<Activity> {
  const { status, body } = await caller.post<Activity>('/activities', input)
  if (status !== 201) throw new Error(`not recorded: ${JSON.stringify(body)}`)
  return body
}

interface Page {
  items: { id: string }[]
}

/** Ids of a list's page, for comparing who sees what. */
export async function idsOf(caller: Caller, path: string): Promise<string[]> {
  const { status, body } = await caller.get<Page>(path)
  if (status !== 200) throw new Error(`not listed: ${JSON.stringify(body)}`)
  return body.items.map(({ id }) => id)
}
