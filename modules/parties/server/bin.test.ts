import { attachFiles } from '@peyvand/files/server'
import type { RecordChange } from '@peyvand/history/contract'
import { listChanges } from '@peyvand/history/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Actor, type Ctx, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Party, PartyFile, PartyRow, TimelinePage } from '../contract/index.ts'
import { listLinks } from './links.ts'
import { getPartyFile } from './party-file.ts'
import { partyHistory } from './party-history.ts'
import { type Caller, callerOf, listUrl, made } from './testing-calls.ts'

const tested = testApp()
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

interface Rows {
  items: PartyRow[]
}

test('hides a record everywhere until it is restored or deleted for ever', async () => {
  const party = await made(api, { kind: 'person', lastName: 'حذف‌شدنی', nationalId: '0071878734' })
  expect((await api.post(`/parties/${party.id}/purge`)).body).toMatchObject({ code: 'parties.notInBin' })
  expect((await api.delete(`/parties/${party.id}`)).status).toBe(204)
  expect((await api.get(`/parties/${party.id}`)).status).toBe(404)
  expect((await api.get<Rows>(listUrl('/parties', { q: 'حذف‌شدنی' }))).body.items).toEqual([])
  const bin = (await api.get<Rows>(listUrl('/parties/bin', { q: 'حذف‌شدنی' }))).body.items
  expect(bin).toMatchObject([{ id: party.id, can: { restore: true, update: false } }])

  const successor = await made(api, { kind: 'person', lastName: 'جانشین', nationalId: '0071878734' })
  expect((await api.post(`/parties/${party.id}/restore`)).body).toMatchObject({
    code: 'parties.identifierTaken',
  })
  await api.delete(`/parties/${successor.id}`)
  expect((await api.post<Party>(`/parties/${party.id}/restore`)).body).toMatchObject({
    id: party.id,
    deletedAt: null,
  })

  await api.delete(`/parties/${party.id}`)
  expect((await api.post(`/parties/${party.id}/purge`)).status).toBe(204)
  expect((await api.post(`/parties/${party.id}/restore`)).status).toBe(404)
})

test('a deleted file is read, not changed, by those who may take it back', async () => {
  const salesperson = await aUser(tested.app, admin.firm)
  const party = await made(api, { kind: 'person', lastName: 'بایگانی', ownerId: salesperson.userId })
  await api.delete(`/parties/${party.id}`)
  const file = (await api.get<PartyFile>(`/parties/${party.id}/file`)).body
  expect(file.party.can).toEqual({ update: false, delete: false, restore: true, purge: true })
  expect(file.alerts.map((alert) => alert.text)).toEqual(['parties.alert.inBin'])
  expect(file.timeline.items.map((item) => item.type)).toEqual(['deleted', 'created'])
  expect(
    (await api.get<TimelinePage>(`/parties/${party.id}/timeline?types=deleted`)).body.items,
  ).toHaveLength(1)
  expect((await api.get<{ items: RecordChange[] }>(`/parties/${party.id}/changes`)).body.items).not.toEqual(
    [],
  )
  expect((await api.get(`/parties/${party.id}/links`)).status).toBe(200)
  expect((await api.get(`/files?record=parties&recordId=${party.id}`)).status).toBe(200)
  expect((await api.patch(`/parties/${party.id}`, { version: 2, jobTitle: 'مدیر' })).status).toBe(404)
  const { 'parties.delete': _, ...grants } = salesperson.grants
  const reads: ((ctx: Ctx, id: string) => Promise<unknown>)[] = [
    getPartyFile,
    listLinks,
    (ctx, id) => listChanges(ctx, partyHistory, { id: id, limit: 1 }),
  ]
  for (const read of reads) {
    const byReader = tested.rolledBack({ ...salesperson, grants }, (ctx) => read(ctx, party.id))
    await expect(byReader).rejects.toMatchObject({ code: 'notFound' })
  }
})

test('deleting for ever lets go of the files', async () => {
  const party = await made(api, { kind: 'person', lastName: 'بی‌پرونده' })
  const fileId = newId()
  await tested.committed(admin, async (ctx) => {
    await ctx.db
      .insertInto('files')
      .values({
        tenantId: ctx.tenantId,
        id: fileId,
        name: 'قرارداد.pdf',
        type: 'application/pdf',
        size: '4',
        sha256: 'x',
        storageKey: fileId,
        state: 'ready',
        createdBy: ctx.actor.userId,
      })
      .execute()
    await attachFiles(ctx, 'parties', party.id, [fileId])
  })
  await api.delete(`/parties/${party.id}`)
  expect((await api.post(`/parties/${party.id}/purge`)).status).toBe(204)
  const { rows } = await tested.app.ownerPool.query(
    `select f.unattached_since is not null as lost, count(a.*)::int as attachments
     from files f left join attachments a on a.file_id = f.id where f.id = $1 group by 1`,
    [fileId],
  )
  expect(rows).toEqual([{ lost: true, attachments: 0 }])
})
