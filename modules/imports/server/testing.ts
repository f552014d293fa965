import { Readable } from 'node:stream'
import { finishUpload, storeContent } from '@peyvand/files/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import { listParties } from '@peyvand/parties/server'
import { ListQuery } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import type { TestApp } from '@peyvand/platform/testing'
import { getImport } from './import-view.ts'
import { createImport, prepareImport, startCheck, startRun, updateImport } from './imports.ts'

interface GivenFile {
  name?: string
  actor?: Actor
}

/** The ways of tests into imports, each by the actor that `admin` answers then. */
export function importTests(tested: TestApp, admin: () => Actor) {
  const as = <T>(run: Parameters<typeof tested.committed<T>>[1], actor = admin()) =>
    tested.committed(actor, run)

  const anImport = async (
    content: string | Buffer,
    settings: Partial<ImportSettings> = {},
    { name = 'مشتریان.csv', actor = admin() }: GivenFile = {},
  ) => {
    const fileId = await storeContent(tested.app, actor, {
      name,
      content: Readable.from([Buffer.from(content)]),
    })
    await as((ctx) => finishUpload(ctx, fileId), actor)
    const input = { fileId, record: 'parties' }
    const found = await prepareImport(tested.app, actor, input)
    const created = await as((ctx) => createImport(ctx, input, found), actor)
    const change = { version: 1, settings }
    return as((ctx) => updateImport(ctx, created.id, { change, found: null }), actor)
  }

  const check = async (id: string) => {
    await as((ctx) => startCheck(ctx, id))
    await tested.runJobs()
    return as((ctx) => getImport(ctx, id))
  }

  const run = async (id: string, actor = admin()) => {
    await as((ctx) => startRun(ctx, id), actor)
    await tested.runJobs()
    return as((ctx) => getImport(ctx, id), actor)
  }

  /** All parties, oldest first. */
  const parties = (actor = admin()) =>
    as(
      async (ctx) => (await listParties(ctx, ListQuery.parse({ limit: 200, sort: 'createdAt' }))).items,
      actor,
    )

  return { as, anImport, check, run, parties }
}

/** What firms really have: a title above the headers, both ی and ي, Persian digits, faults, repeated rows. */
export const messy = [
  'فهرست مشتریان',
  'نام شرکت;نام و نام خانوادگی;موبایل;تلفن;کد ملی;تاریخ تولد;استان;شهر;نحوه آشنایی;گروه',
  'شرکت پيوند گستر (سهامی خاص);جناب آقای علی محمدی;۰۹۱۲۳۴۵۶۷۸۹;88776655;;۱۳۶۰/۵/۱;تهران;تهران;نمایشگاه;مشتریان',
  'پیوند گستر;مریم کریمی;09121111111;;;;تهران;;نمايشگاه;',
  'شرکت کاوه;;;021-33445566 - 09125556677;;;;;رادیو پیام;',
  ';رضا احمدی;912;;;;;;;',
  'شرکت ماه;حسن سعیدی;09127778899;;1234567890;1404/12/30;ناکجا;;;',
  'پیوند‌گستر;علی محمدی;+989123456789;;;;;;;',
  '',
].join('\r\n')

/** A small clean file. */
export const three =
  'نام,موبایل,ایمیل,شهر\nشرکت الف,09121000001,a@x.ir,قم\nشرکت ب,09121000002,,\nشرکت پ,09121000003,,\n'
