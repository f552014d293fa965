import { aFirm, aKey, aUser } from '@peyvand/identity/testing'
import { type Actor, createCustomField, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { maxFileBytes } from '../contract/index.ts'
import { attachFiles, detachAll, detachFiles, setFiles } from './attachments.ts'
import { filesOf, visibleFileOf } from './files.ts'
import { forgetLetGo } from './own-field-files.ts'

let clock = new Date('2026-11-22T08:00:00Z')
const tested = testApp({ now: () => clock })
let admin: Actor
let sara: Actor
let keys: {
  admin: { authorization: string }
  sara: { authorization: string }
  other: { authorization: string }
}

beforeAll(async () => {
  admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm)
  const other = await aFirm(tested.app)
  keys = {
    admin: await aKey(tested.app, admin),
    sara: await aKey(tested.app, sara),
    other: await aKey(tested.app, other),
  }
})

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2000, 7)])

async function upload(name: string, content: Buffer, headers = keys.sara) {
  const boundary = 'x-peyvand-boundary'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await tested.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> & { id: string } }
}

const get = (url: string, headers = keys.sara) =>
  tested.server.inject({ method: 'GET', url: `/api/v1${url}`, headers })

test('an upload is typed by its content and comes back as an attachment', async () => {
  const { status, body } = await upload('عکس نما.png', png)
  expect(status).toBe(201)
  expect(body).toMatchObject({ name: 'عکس نما.png', type: 'image/png', size: png.length })
  const download = await get(`/files/${body.id}/content`)
  expect(download.rawPayload.equals(png)).toBe(true)
  expect(download.headers['content-disposition']).toMatch(/^attachment;/)
  expect(download.headers['x-content-type-options']).toBe('nosniff')
  expect((await get(`/files/${body.id}/content?inline=true`)).headers['content-disposition']).toMatch(
    /^inline;/,
  )
})

test('what we do not keep is refused with its reason', async () => {
  expect(await upload('page.html', Buffer.from('<html></html>'))).toMatchObject({
    status: 415,
    body: { code: 'unsupportedType' },
  })
  expect(await upload('a.txt', Buffer.alloc(0))).toMatchObject({ status: 400, body: { code: 'files.empty' } })
  expect(await upload('big.txt', Buffer.alloc(maxFileBytes + 1, 'x'))).toMatchObject({
    status: 413,
    body: { code: 'tooLarge' },
  })
  const plain = await tested.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: keys.sara,
    payload: {},
  })
  expect(plain.json()).toMatchObject({ code: 'files.missing' })
})

test('a fresh upload is seen by who made it only, and by nobody of another firm', async () => {
  const { body } = await upload('نامه.pdf', Buffer.from('%PDF-1.7 test'))
  expect((await get(`/files/${body.id}`)).statusCode).toBe(200)
  expect((await get(`/files/${body.id}`, keys.admin)).statusCode).toBe(404)
  expect((await get(`/files/${body.id}/content`, keys.other)).statusCode).toBe(404)
})

test('records take, order and lose files', async () => {
  const [one, two] = [await upload('یک.txt', Buffer.from('1')), await upload('دو.txt', Buffer.from('2'))]
  await tested.rolledBack(sara, async (ctx) => {
    const [a, b] = [newId(), newId()]
    await setFiles(ctx, 'notes', b, [one.body.id, two.body.id])
    expect((await filesOf(ctx, 'notes', b)).map((file) => file.name)).toEqual(['یک.txt', 'دو.txt'])
    await detachFiles(ctx, 'notes', b, [one.body.id])
    expect((await filesOf(ctx, 'notes', b)).map((file) => file.name)).toEqual(['دو.txt'])
    await ctx.db
      .insertInto('attachments')
      .values({
        tenantId: ctx.tenantId,
        record: 'notes',
        recordId: a,
        fileId: two.body.id,
        position: 1,
        createdBy: null,
      })
      .execute()
    await detachAll(ctx, 'notes', [b])
    const unattached = async () =>
      (await ctx.db.selectFrom('files').select('id').where('unattachedSince', 'is not', null).execute()).map(
        (file) => file.id,
      )
    expect(await filesOf(ctx, 'notes', b)).toEqual([])
    expect(await unattached()).not.toContain(two.body.id)
    await detachAll(ctx, 'notes', [a])
    expect(await unattached()).toContain(two.body.id)
  })
})

test('the upload of somebody else cannot be attached', async () => {
  const { body } = await upload('محرمانه.txt', Buffer.from('secret'))
  await tested.rolledBack(admin, async (ctx) => {
    await expect(attachFiles(ctx, 'notes', newId(), [body.id])).rejects.toMatchObject({
      options: { fields: [{ path: 'fileIds.0', code: 'files.notUploaded' }] },
    })
  })
})

test('a record type that nobody answers for shows no files', async () => {
  expect((await get(`/files?record=notes&recordId=${newId()}`)).statusCode).toBe(404)
})

test('the clean-up removes what no record took within a day, content and row', async () => {
  const [kept, lost] = [
    await upload('کا.txt', Buffer.from('kept')),
    await upload('گم.txt', Buffer.from('lost')),
  ]
  const record = newId()
  await tested.committed(sara, (ctx) => attachFiles(ctx, 'notes', record, [kept.body.id]))
  const keyOf = (id: string) => `${admin.firm.tenantId}/${id.slice(-2)}/${id}`
  clock = new Date(Date.now() + 25 * 3_600_000)
  await tested.app.ownerPool.query(`select graphile_worker.add_job('cron:files.cleanUp')`)
  await tested.runJobs()
  await expect(tested.app.storage.get(keyOf(lost.body.id))).rejects.toThrow()
  expect((await tested.app.storage.get(keyOf(kept.body.id))).destroy()).toBeTruthy()
  const { rows } = await tested.app.ownerPool.query<{ id: string }>(
    'select id from files where id = any($1)',
    [[kept.body.id, lost.body.id]],
  )
  expect(rows).toEqual([{ id: kept.body.id }])
  expect((await get(`/files/${lost.body.id}`)).statusCode).toBe(404)
})

test('files of an own field follow its record and roles, and stay for as long as a change can be undone', async () => {
  await tested.committed(admin, (ctx) =>
    createCustomField(ctx, {
      record: 'parties',
      key: 'contract',
      type: 'file',
      labelFa: 'قرارداد',
      labelEn: 'Contract',
    }),
  )
  const send = async (method: 'POST' | 'PATCH', url: string, payload: object) =>
    (await tested.server.inject({ method, url: `/api/v1${url}`, headers: keys.sara, payload })).json<{
      id: string
      version: number
      custom: object
      errors?: object[]
    }>()
  const written = (contract: unknown) => ({ kind: 'person', lastName: 'امانی', custom: { contract } })
  const [first, second] = [(await upload('۱.png', png)).body, (await upload('۲.png', png)).body]
  const foreign = (await upload('محرمانه.png', png, keys.admin)).body
  expect((await send('POST', '/parties', written([foreign.id]))).errors).toEqual([
    expect.objectContaining({ path: 'custom.contract', code: 'customFields.fileUnknown' }),
  ])
  const party = await send('POST', '/parties', written([first.id, { id: second.id, name: 'x' }]))
  const kept = (file: object) => expect.objectContaining(file) as object
  expect(party.custom).toEqual({
    contract: [kept({ id: first.id, name: '۱.png' }), kept({ id: second.id, name: '۲.png' })],
  })
  expect((await get(`/files/${first.id}/content`, keys.admin)).statusCode).toBe(200)
  expect((await get(`/files/${first.id}`, keys.other)).statusCode).toBe(404)
  const ruled: Actor = {
    ...sara,
    everything: false,
    grants: { 'parties.read': 'all' },
    fieldRules: { 'parties.custom.contract': 'hidden' },
  }
  const seenBy = (actor: Actor) =>
    tested.rolledBack(actor, async (ctx) => (await visibleFileOf(ctx, first.id)) !== null)
  expect([await seenBy(ruled), await seenBy({ ...ruled, fieldRules: {} })]).toEqual([false, true])

  const { version } = party
  const { custom } = await send('PATCH', `/parties/${party.id}`, {
    version,
    custom: { contract: [second.id] },
  })
  expect(custom).toEqual({ contract: [kept({ id: second.id })] })
  const attached = (days: number) =>
    tested.rolledBack({ ...admin }, async (ctx) => {
      clock = new Date(clock.getTime() + days * 86_400_000)
      await forgetLetGo(ctx)
      const rows = await ctx.db
        .selectFrom('files')
        .select(['id'])
        .where('tenantId', '=', ctx.tenantId)
        .where('unattachedSince', 'is', null)
        .where('id', 'in', [first.id, second.id])
        .execute()
      return rows.map(({ id }) => id).toSorted()
    })
  expect(await attached(29)).toEqual([first.id, second.id].toSorted())
  expect(await attached(2)).toEqual([second.id])
})
