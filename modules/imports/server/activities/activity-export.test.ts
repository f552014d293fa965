import { CreateActivity } from '@peyvand/activities/contract'
import { createActivity } from '@peyvand/activities/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { ListQuery } from '@peyvand/platform/contract'
import { type Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { activityExport } from './activity-export.ts'

const tested = testApp()
let admin: Actor
let ids: string[]

beforeAll(async () => {
  admin = await aFirm(tested.app)
  ids = []
  for (const subject of ['پیگیری پیش‌فاکتور', 'جلسهٔ معرفی']) {
    const given = CreateActivity.parse({ kind: 'call', subject, occurredAt: '2026-11-21T11:00:00.000Z' })
    ids.push((await tested.committed(admin, (ctx) => createActivity(ctx, given))).id)
  }
})

const written = (actor: Actor, only?: string[]) =>
  tested.committed(actor, async (ctx) => {
    const { items } = await activityExport.page(ctx, ListQuery.parse({ sort: 'subject' }), only)
    return activityExport.cells(ctx, items, ['kind', 'subject', 'at', 'ownerName'])
  })

test('activities are written with words and Jalali moments that spreadsheets can sort', async () => {
  expect(await written(admin)).toEqual([
    ['تماس تلفنی', 'پیگیری پیش‌فاکتور', '1405/08/30 14:30', admin.name],
    ['تماس تلفنی', 'جلسهٔ معرفی', '1405/08/30 14:30', admin.name],
  ])
})

test('a selection writes only what is selected, and nobody more than the list shows them', async () => {
  expect((await written(admin, ids.slice(0, 1))).map(([, subject]) => subject)).toEqual(['پیگیری پیش‌فاکتور'])
  const salesperson = await aUser(tested.app, admin.firm, { role: 'salesperson' })
  expect(await written(salesperson)).toEqual([])
})
