import { aFirm } from '@peyvand/identity/testing'
import type { Party, TimelinePage } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../contract/index.ts'

const tested = testApp()
let api: Caller

beforeAll(async () => {
  api = await callerOf(tested, await aFirm(tested.app))
})

const call = async (subject: string, ...parties: Party[]) =>
  (
    await api.post<Activity>('/activities', {
      kind: 'call',
      subject,
      done: true,
      parties: parties.map(({ id }) => ({ partyId: id })),
    })
  ).body

const partiesOf = async (id: string) =>
  (await api.get<Activity>(`/activities/${id}`)).body.parties.map(({ id: partyId }) => partyId)

const subjectsOf = async (party: Party) =>
  (await api.get<TimelinePage>(`/parties/${party.id}/timeline`)).body.items
    .filter(({ subjectType }) => subjectType === 'activities')
    .map(({ summary }) => String(summary['subject']))
    .toSorted((a, b) => a.localeCompare(b))

describe('activities of merged parties', () => {
  test('stand in the survivor’s file once, and go back by the undo with what became of them', async () => {
    const [a, b] = [
      await made(api, { kind: 'person', lastName: 'ماندگار' }),
      await made(api, { kind: 'person', lastName: 'رفتنی' }),
    ]
    const [ofBoth, ofOne] = [await call('هر دو', a, b), await call('یکی', b)]
    const merged = await api.post<{ operationId: string }>('/parties/merge', {
      survivorId: a.id,
      mergedId: b.id,
      versions: { survivor: a.version, merged: b.version },
    })
    expect(merged.status).toBe(200)
    expect(await partiesOf(ofBoth.id)).toEqual([a.id])
    expect(await partiesOf(ofOne.id)).toEqual([a.id])
    expect(await subjectsOf(a)).toEqual(['هر دو', 'یکی'])

    const { status } = await api.patch(`/activities/${ofOne.id}`, {
      version: ofOne.version,
      subject: 'یکی، نو',
    })
    expect(status).toBe(200)
    await call('تازه', a)
    await api.post(`/operations/${merged.body.operationId}/undo`)
    await tested.runJobs()
    expect((await partiesOf(ofBoth.id)).toSorted()).toEqual([a.id, b.id].toSorted())
    expect(await partiesOf(ofOne.id)).toEqual([b.id])
    expect(await subjectsOf(a)).toEqual(['تازه', 'هر دو'])
    expect(await subjectsOf(b)).toEqual(['هر دو', 'یکی، نو'])
  })
})
