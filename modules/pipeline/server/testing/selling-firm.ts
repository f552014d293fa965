import { aFirm, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll } from 'vitest'
import type { Deal, DealRow, Pipeline, Stage, StageSums } from '../../contract/index.ts'

interface SellingFirm {
  admin: Actor
  api: Caller
  seller: Caller
  /** Of the seller's team. */
  colleague: Caller
  colleagueId: string
  /** May do everything with everybody's deals. */
  leader: Caller
  /** Of another firm. */
  stranger: Caller
  party: { id: string }
  /** As it was changed last. */
  pipeline: Pipeline
  reasons: Record<string, string>
}

/** Minutes since the tests began. */
export const clock = { minutes: 0, start: Date.parse('2026-11-22T09:00:00.000Z') }
export const tested = testApp({ now: () => new Date(clock.start + clock.minutes * 60_000) })
/** One firm for all tests of deals, made before the first of them. */
export const firm = {} as SellingFirm

export const made = async <T>(by: Caller, path: string, body: object): Promise<T> => {
  const answer = await by.post<T>(path, body)
  if (answer.status !== 201) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer.body
}
export const deal = (title: string, rest: object = {}, by = firm.seller) =>
  made<Deal>(by, '/deals', { title, partyId: firm.party.id, ...rest })
export const stage = (name: string): Stage => firm.pipeline.stages.find((one) => one.name === name) as Stage
export const move = (one: Deal, to: string, rest: object = {}, by = firm.seller) =>
  by.post<Deal & { code?: string; errors?: { path: string; code: string }[] }>(`/deals/${one.id}/move`, {
    version: one.version,
    stageId: stage(to).id,
    ...rest,
  })
export const titles = async (by: Caller, query = ''): Promise<string[]> =>
  (await by.get<{ items: DealRow[] }>(`/deals?sort=number${query}`)).body.items.map(({ title }) => title)
export const sumsOf = async (by: Caller, query = ''): Promise<Record<string, Omit<StageSums, 'stageId'>>> => {
  const { body } = await by.get<{ stages: StageSums[] }>(
    `/deals/board?pipelineId=${firm.pipeline.id}${query}`,
  )
  return Object.fromEntries(
    body.stages.map(({ stageId, ...sums }) => [
      firm.pipeline.stages.find(({ id }) => id === stageId)?.name ?? '',
      sums,
    ]),
  )
}
export const filtered = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`

export const valuesOf = async (list: string): Promise<Record<string, string>> => {
  const lists = await firm.api.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>(
    '/value-lists',
  )
  const values = lists.body.items.find(({ key }) => key === list)?.values
  return Object.fromEntries(values?.map(({ key, id }) => [key, id]) ?? [])
}

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  firm.admin = admin
  const team = await aTeam(tested.app, admin.firm)
  const sales = await aUser(tested.app, admin.firm, { name: 'سارا فروش', teamIds: [team] })
  firm.api = await callerOf(tested, admin)
  firm.seller = await callerOf(tested, sales)
  const colleague = await aUser(tested.app, admin.firm, { teamIds: [team] })
  firm.colleagueId = colleague.userId as string
  firm.colleague = await callerOf(tested, colleague)
  firm.leader = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'manager' }))
  firm.stranger = await callerOf(tested, await aFirm(tested.app))
  firm.party = await made(firm.seller, '/parties', { kind: 'organization', name: 'شرکت آذر', groups: [] })
  firm.pipeline = (await firm.seller.get<{ items: Pipeline[] }>('/pipelines')).body.items[0] as Pipeline
  firm.reasons = await valuesOf('lostReasons')
})
