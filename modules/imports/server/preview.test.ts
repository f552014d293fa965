import { Readable } from 'node:stream'
import { finishUpload, storeContent } from '@peyvand/files/server'
import { aFirm } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, expect, test } from 'vitest'
import { listErrorKinds } from './error-kinds.ts'
import { listImportRows } from './import-rows.ts'
import { createImport, prepareImport, startCheck } from './imports.ts'
import { readPreview } from './preview.ts'

const tested = testApp()
let admin: Actor

beforeEach(async () => {
  admin = await aFirm(tested.app)
})

const as = <T>(run: Parameters<typeof tested.committed<T>>[1]) => tested.committed(admin, run)

async function anImport(lines: readonly string[]) {
  const content = Readable.from([Buffer.from(lines.join('\n'))])
  const fileId = await storeContent(tested.app, admin, { name: 'مشتریان.csv', content })
  await as((ctx) => finishUpload(ctx, fileId))
  const input = { fileId, record: 'parties' }
  const found = await prepareImport(tested.app, admin, input)
  return as((ctx) => createImport(ctx, input, found))
}

test('the preview shows the file as it is read, the lines above the header included', async () => {
  const { id } = await anImport(['فهرست مشتریان', 'نام شرکت;تلفن همراه', 'پولاد;09121234567'])
  expect(await readPreview(tested.app, admin, id)).toEqual([
    { line: 1, cells: ['فهرست مشتریان'] },
    { line: 2, cells: ['نام شرکت', 'تلفن همراه'] },
    { line: 3, cells: ['پولاد', '09121234567'] },
  ])
})

test('faults are counted by column and code, and lead to their rows', async () => {
  const { id } = await anImport([
    'نام شرکت,تلفن همراه,تاریخ تولد',
    'پولاد,123,',
    'سپهر,456,1404/13/40',
    'کاوه,09121234567,',
  ])
  await as((ctx) => startCheck(ctx, id))
  await tested.runJobs()
  const kinds = await as((ctx) => listErrorKinds(ctx, id))
  expect(kinds.map(({ column, columnAt, rows }) => ({ column, columnAt, rows }))).toEqual([
    { column: 'تلفن همراه', columnAt: 1, rows: 2 },
    { column: 'تاریخ تولد', columnAt: 2, rows: 1 },
  ])
  const [, ofDate] = kinds
  const query = { code: ofDate?.code ?? '', column: 2, after: 0, limit: 10 }
  const { items } = await as((ctx) => listImportRows(ctx, id, query))
  expect(items.map(({ row }) => row)).toEqual([3])
})
