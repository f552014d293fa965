import { directory } from '@peyvand/identity/server'
import { aFirm, aKey, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import { exportSourcesHook } from '@peyvand/imports/server'
import { apiPrefix, askHook, type Ctx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../apps/server/modules.ts'

/**
 * Every way to read is asked for records that bear a mark. What shows the mark to the administrator is asked again
 * by each person who must not see it: lists, search, record pages, timelines, histories, as-of, exports, papers.
 */
const tested = testApp()
const mark = 'zqxmark'
const secretMark = 'zqxsecret'
const dealMark = 'zqxdeal'
const phone = '9127654321'
const digitsOf = (text: string) => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))

const gets = modules.flatMap(({ routes = [] }) =>
  routes.map(({ route }) => route).filter(({ method }) => method === 'GET'),
)

interface Person {
  headers: { authorization: string }
  caller: Caller
}
let administrator: Person
const strangers = ['salesperson', 'otherTeam', 'otherGroup', 'nobody', 'otherFirm'] as const
let others: Record<(typeof strangers)[number] | 'masked' | 'papersOnly' | 'partiesOnly', Person>
/** Record type → id of the marked one. */
let marked: Record<string, string>
let secret: string
let secretReferral: string
let asked: string[]

beforeAll(async () => {
  const owner = await aFirm(tested.app, { name: 'شرکت' })
  const person = async (actor: typeof owner): Promise<Person> => ({
    headers: await aKey(tested.app, actor),
    caller: await callerOf(tested, actor),
  })
  administrator = await person(owner)
  const { caller } = administrator
  const kind = { key: 'contracts', nameFa: 'قرارداد', nameEn: 'C', pluralFa: 'قراردادها', pluralEn: 'Cs' }
  await made(caller, '/record-kinds', kind)

  const user = (more: object) => aUser(tested.app, owner.firm, more)
  const team = await aTeam(tested.app, owner.firm)
  const colleague = await user({ name: 'همکار', role: 'manager' })
  const roleId = await roleOf(caller, { grants: await allWithin(caller, 'subtree') })
  const powerless = await roleOf(caller, { grants: {} })
  const ofLeads = await roleOf(caller, {
    grants: await allWithin(caller, 'all', 'parties.'),
    limits: { parties: ['leads'] },
  })
  const only = async (prefix: string) =>
    user({ roleIds: [await roleOf(caller, { grants: await allWithin(caller, 'all', prefix) })] })
  const maskedRole = await roleOf(caller, {
    grants: await allWithin(caller, 'all'),
    fieldRules: { 'parties.phones': 'masked' },
  })
  others = {
    salesperson: await person(await user({ teamIds: [team] })),
    otherTeam: await person(await user({ roleIds: [roleId], teamIds: [team] })),
    otherGroup: await person(await user({ roleIds: [ofLeads] })),
    nobody: await person(await user({ roleIds: [powerless] })),
    otherFirm: await person(await aFirm(tested.app)),
    masked: await person(await user({ roleIds: [maskedRole] })),
    papersOnly: await person(await only('documents.')),
    partiesOnly: await person(await only('parties.')),
  }
  marked = await markedRecords(administrator.caller, colleague.userId as string)
  const confidential = { kind: 'task', subject: secretMark, confidentiality: 'secret' }
  const theirs = await callerOf(tested, colleague)
  secret = await made(theirs, '/activities', confidential)
  const deputy = await user({ name: 'محرم', role: 'manager' })
  secretReferral = await made(theirs, '/referrals', {
    activityId: secret,
    to: [{ userId: deputy.userId }],
    action: 'act',
    note: secretMark,
  })
  asked = [...new Set([...Object.values(marked), secret, secretReferral].flatMap(urlsWith))]
}, 60_000)

describe('what bears a mark', () => {
  let answers: Answer[]
  let shown: string[]

  beforeAll(async () => {
    answers = await answersTo(administrator, asked)
    shown = showing(answers, mark)
  }, 60_000)

  test('stays unseen even by the administrator where it is confidential', () => {
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(showing(answers, secretMark)).toEqual([])
  })

  test('is of every record type that roles know, and the administrator reads it in many ways', async () => {
    const types = modules.flatMap((module) => module.permissions?.records ?? []).map(({ type }) => type)
    expect(types.filter((type) => !(type in marked))).toEqual([])
    expect(shown.length).toBeGreaterThan(25)
    for (const id of Object.values(marked)) expect(shown.some((url) => url.includes(id))).toBe(true)
  })

  test.each(strangers)(
    'stays unseen by %s in every way',
    async (who) => {
      const answers = await answersTo(others[who], shown)
      expect(showing(answers, mark)).toEqual([])
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    },
    30_000,
  )

  test.each(['papersOnly', 'partiesOnly'] as const)(
    'stays unseen by %s beside what they see',
    async (who) => {
      const answers = await answersTo(others[who], shown)
      expect(showing(answers, mark).length).toBeGreaterThan(5)
      expect(showing(answers, dealMark)).toEqual([])
    },
  )

  test('shows no digit of a masked phone, in any way', async () => {
    const seen = (await answersTo(administrator, shown)).filter(({ text }) => text.includes(phone))
    expect(seen.length).toBeGreaterThan(3)
    const answers = await answersTo(others.masked, shown)
    expect(answers.filter(({ text }) => text.includes(mark)).length).toBeGreaterThan(10)
    expect(showing(answers, phone)).toEqual([])
  }, 30_000)

  test('is not told of on open screens of those who may not see it', async () => {
    const topics = modules.flatMap((module) => module.live ?? [])
    for (const { topic, canSee } of topics.filter(({ topic }) => topic in marked)) {
      const id = marked[topic] as string
      for (const who of strangers) {
        const sees = await asPerson(others[who], (ctx) => canSee(ctx, id))
        expect([topic, who, sees]).toEqual([topic, who, false])
      }
    }
  })

  test('is in no file that others let be written, nor is a masked phone', async () => {
    const records: string[] = []
    for (const record of await exportableTypes())
      if ((await exported(administrator, record)).includes(mark)) records.push(record)
    expect(records.toSorted()).toEqual([
      'activities',
      'audit',
      'deals',
      'documents',
      'parties',
      'records:contracts',
    ])
    const files: { who: string; record: string; text: string }[] = []
    for (const who of ['otherTeam', 'otherGroup', 'otherFirm', 'masked'] as const) {
      for (const record of records) files.push({ who, record, text: await exported(others[who], record) })
    }
    const leaks = files.filter(
      ({ who, text }) => text.includes(phone) || (who !== 'masked' && text.includes(mark)),
    )
    expect(leaks).toEqual([])
    expect(files.filter(({ who, text }) => who === 'masked' && text.includes(mark)).length).toBeGreaterThan(0)
  }, 60_000)
})

interface Answer {
  url: string
  status: number
  text: string
}

/** The addresses that answered with a mark. */
const showing = (answers: readonly Answer[], mark: string): string[] =>
  answers.filter(({ text }) => text.includes(mark)).map(({ url }) => url)

async function answersTo({ headers }: Person, urls: readonly string[]): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const url of urls) {
    const { statusCode, payload } = await tested.server.inject({ method: 'GET', url, headers })
    answers.push({ url, status: statusCode, text: digitsOf(payload).toLowerCase() })
  }
  return answers
}

/** The addresses of all reading routes, with the id wherever they take one. */
function urlsWith(id: string): string[] {
  return gets.flatMap(({ path, query }) => {
    const address = apiPrefix + path.replace(':kind', 'contracts').replace(/:\w+/g, id)
    const shape = (query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {}
    const given: Record<string, string> = {
      record: recordOf(id),
      recordId: id,
      partyId: id,
      ids: id,
      at: '2099-01-01',
      on: '2099-01-01',
      from: '2000-01-01',
      to: '2099-01-01',
      limit: '50',
    }
    const known = Object.entries(given).filter(([key]) => key in shape)
    const plain = known.length > 0 ? `${address}?${new URLSearchParams(known).toString()}` : address
    if (!('q' in shape)) return [plain]
    const q = id === secret || id === secretReferral ? secretMark : mark
    return [plain, `${address}?${new URLSearchParams([...known, ['q', q]]).toString()}`]
  })
}

const recordOf = (id: string): string =>
  Object.keys(marked)
    .find((type) => marked[type] === id)
    ?.replace('records', 'records:contracts') ?? 'activities'

async function markedRecords(caller: Caller, colleagueId: string): Promise<Record<string, string>> {
  const parties = await made(caller, '/parties', {
    kind: 'organization',
    name: `شرکت ${mark}`,
    groups: ['customers'],
    contactPoints: [{ type: 'mobile', value: `0${phone}` }],
  })
  const activities = await made(caller, '/activities', {
    kind: 'call',
    subject: `تماس ${mark}`,
    parties: [{ partyId: parties }],
    call: { number: `+98${phone}` },
  })
  const referrals = await made(caller, '/referrals', {
    activityId: activities,
    to: [{ userId: colleagueId }],
    action: 'act',
    note: mark,
  })
  const records = await made(caller, '/records/contracts', { title: `قرارداد ${mark}`, partyId: parties })
  const deals = await made(caller, '/deals', { title: `فروش ${mark} ${dealMark}`, partyId: parties })
  const paper = { kind: 'quote', title: `پیشنهاد ${mark}`, partyId: parties, dealId: deals }
  const documents = await made(caller, '/documents', paper)
  return { parties, activities, referrals, records, deals, documents }
}

async function made(caller: Caller, path: string, body: object): Promise<string> {
  const answer = await caller.post<{ id: string; items?: { id: string }[] }>(path, body)
  if (answer.status !== 201) throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`)
  return answer.body.items?.[0]?.id ?? answer.body.id
}

interface RoleGiven {
  grants: object
  fieldRules?: object
  limits?: object
}

async function roleOf(caller: Caller, { grants, fieldRules = {}, limits = {} }: RoleGiven) {
  const name = `نقش ${[grants, fieldRules, limits].map((part) => Object.keys(part).length).join(' ')}`
  const body = { nameFa: name, nameEn: name, grants, rights: await exportRights(caller), fieldRules, limits }
  return made(caller, '/roles', body)
}

interface Catalogue {
  records: { actions: { permission: string }[] }[]
  rights: { key: string }[]
}

async function allWithin(caller: Caller, scope: string, prefix = ''): Promise<Record<string, string>> {
  const { body } = await caller.get<Catalogue>('/permissions')
  return Object.fromEntries(
    body.records.flatMap(({ actions }) =>
      actions.flatMap(({ permission }) => (permission.startsWith(prefix) ? [[permission, scope]] : [])),
    ),
  )
}

async function exportRights(caller: Caller): Promise<string[]> {
  const { body } = await caller.get<Catalogue>('/permissions')
  return body.rights.map(({ key }) => key).filter((key) => key.endsWith('.export'))
}

async function asPerson<T>({ caller }: Person, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { body } = await caller.get<{ user: { id: string }; firm: { tenantId: number } }>('/session')
  const actor = await directory.actorOf(tested.app, body.firm.tenantId, body.user.id)
  if (!actor) throw new Error('this person is not active')
  return tested.rolledBack(actor, run)
}

/** All that lists and logs are written to files of. */
const exportableTypes = () =>
  asPerson(administrator, async (ctx) =>
    (await askHook(ctx, exportSourcesHook, undefined)).flat().map(({ record }) => record),
  )

async function exported({ caller, headers }: Person, record: string): Promise<string> {
  const started = await caller.post<{ operationId: string }>('/exports', { record, format: 'csv' })
  if (started.status !== 202) return ''
  await tested.runJobs()
  const { body } = await caller.get<{ result: { fileUrl?: string } }>(
    `/operations/${started.body.operationId}`,
  )
  const url = body.result.fileUrl
  if (!url) return ''
  return digitsOf((await tested.server.inject({ method: 'GET', url, headers })).payload).toLowerCase()
}
