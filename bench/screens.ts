import type { MeasuredFirm } from './measured-firm.ts'
import type { Staff } from './staff.ts'

/** What a user waits for: each variant is the requests of one view, asked for one after another. */
export interface Screen {
  name: string
  key: keyof Staff['keys']
  variants: string[][]
  /** In milliseconds, where it is not that of a list. */
  budget?: number
}

const list = (query: Record<string, string>) => `/api/v1/parties?${new URLSearchParams(query).toString()}`
const where = (filter: object) => JSON.stringify(filter)

const leads = { field: 'groups', op: 'in', value: ['leads'] }
const competitors = { field: 'groups', op: 'in', value: ['competitors'] }
const overduePeople = {
  and: [
    { field: 'kind', op: 'eq', value: 'person' },
    { field: 'nextContactOn', op: 'inPeriod', value: 'past' },
  ],
}

const ownBetween = { field: 'custom.ownNumber', op: 'between', value: [400_000, 420_000] }
const ownNumberFrom = { field: 'custom.ownNumber', op: 'gte', value: 300_000 }
const ownFlag = { field: 'custom.ownFlag', op: 'eq', value: 'true' }
const ownTextPart = { field: 'custom.ownText', op: 'contains', value: '77123' }
const ownCode = { field: 'custom.ownCode', op: 'eq', value: 'K-77' }

const related = (relation: string, op: string, value: number, fitting?: object) => ({
  relation,
  count: { op, value },
  ...(fitting ? { where: fitting } : {}),
})
const overdueCall = {
  and: [
    { field: 'kind', op: 'eq', value: 'call' },
    { field: 'status', op: 'in', value: ['planned'] },
    { field: 'dueAt', op: 'inPeriod', value: 'past' },
  ],
}

const byOwnFields = [
  [list({ sort: '-custom.ownNumber' })],
  [list({ sort: 'custom.ownText' })],
  [list({ filter: where(ownBetween), sort: '-custom.ownNumber' })],
  [list({ filter: where(ownNumberFrom) })],
  [list({ filter: where(ownFlag), sort: '-custom.ownNumber' })],
  [list({ filter: where(ownCode), sort: 'custom.ownText' })],
  [list({ filter: where(ownTextPart), sort: 'name' })],
]

const nameParts = ['احمدی', 'نیک‌نژاد', 'مقدم زهرا', 'فولاد دماوند', 'ارسطو', 'لبنیات کویر شیراز', 'رض']
const numberParts = ['9127', '456789', '۰۹۱۲۳۴۵', '12345', '0912 345 67']

/** Three pairs of eyes: everything, the team's, one's own. */
const readers = [
  ['administrator', 'all records'],
  ['team', "the team's"],
  ['own', 'own'],
] as const

/** The views whose time is promised, without those of deals. */
export async function screens(firm: MeasuredFirm, say: (text: string) => void): Promise<Screen[]> {
  const ownFields = await hasOwnFields(firm)
  if (!ownFields) say('these data have no own fields: the rows of lists by own fields are left out')
  const longest = await longestFile(firm)
  const found = (parts: readonly string[]) => parts.map((q) => [list({ q })])
  return [
    ...readers.flatMap(([key, whose]): Screen[] => [
      { name: `list, newest first (${whose})`, key, variants: [[list({})]] },
      {
        name: `list, filtered and sorted (${whose})`,
        key,
        variants: [
          [list({ filter: where(leads), sort: 'name' })],
          [list({ filter: where(competitors), sort: 'name' })],
          [list({ filter: where(overduePeople), sort: 'nextContactOn' })],
          [list({ sort: '-lastContactAt' })],
          [list({ filter: where({ field: 'city', op: 'eq', value: 'یزد' }), sort: '-createdAt' })],
        ],
      },
      ...(ownFields
        ? [{ name: `list by own number and own text (${whose})`, key, variants: byOwnFields }]
        : []),
      {
        name: `list by related records (${whose})`,
        key,
        variants: [
          [list({ filter: where(related('activities', 'gt', 2)) })],
          [list({ filter: where(related('activities', 'gte', 1, overdueCall)), sort: 'name' })],
          [list({ filter: where(related('activities', 'eq', 0, { field: 'at', op: 'inLast', value: 30 })) })],
          [list({ filter: where(related('referrals', 'gt', 2, { field: 'open', op: 'eq', value: true })) })],
        ],
      },
      { name: `search by part of a name (${whose})`, key, variants: found(nameParts) },
      { name: `search by part of a number (${whose})`, key, variants: found(numberParts) },
      {
        name: `search everything (${whose})`,
        key,
        variants: [...nameParts, ...numberParts].map((q) => [
          `/api/v1/search?${new URLSearchParams({ q }).toString()}`,
        ]),
      },
    ]),
    {
      name: 'party file, first screen',
      key: 'administrator',
      variants: [[`/api/v1/parties/${longest}/file`]],
    },
    ...readers.slice(1).map(
      ([key, whose]): Screen => ({
        name: `worklists with counts (${whose})`,
        key,
        variants: [
          'referred-to-me',
          'referred-by-me',
          'in-progress',
          'done',
          'referred-to-me?overdue=true',
        ].map((name) => ['/api/v1/worklists/counts', `/api/v1/worklists/${name}`]),
      }),
    ),
  ]
}

/** The board of the pipeline with most deals, and its forecast. */
export async function dealScreens(firm: MeasuredFirm): Promise<Screen[]> {
  const requests = await boardRequests(firm)
  return requests.flatMap(({ name, paths }) =>
    readers.map(([key, whose]) => ({ name: `${name} (${whose})`, key, variants: [paths], budget: 200 })),
  )
}

async function longestFile({ app, tenantId }: MeasuredFirm): Promise<string> {
  const { rows } = await app.ownerPool.query<{ id: string }>(
    'select party_id as id from timeline where tenant_id = $1 group by 1 order by count(*) desc limit 1',
    [tenantId],
  )
  if (!rows[0]) throw new Error('no party has a timeline')
  return rows[0].id
}

/** What the board asks for at once: the sums, and the first page of every column; the forecast likewise. */
async function boardRequests({ app, tenantId }: MeasuredFirm): Promise<{ name: string; paths: string[] }[]> {
  const { rows } = await app.ownerPool.query<{ pipelineId: string; stages: string[]; deals: string }>(
    `select s.pipeline_id as "pipelineId", array_agg(s.id::text order by s.position) as stages,
       (select count(*) from deals d where d.tenant_id = $1 and d.pipeline_id = s.pipeline_id) as deals
     from pipeline_stages s where s.tenant_id = $1 and s.removed_at is null and s.outcome in ('open', 'hold')
     group by s.pipeline_id order by deals desc limit 1`,
    [tenantId],
  )
  const [board] = rows
  if (!board) throw new Error('the firm has no pipeline')
  const cards = (filter: object, sort: string) =>
    `/api/v1/deals?${new URLSearchParams({ limit: '30', count: 'none', sort, filter: where(filter) }).toString()}`
  const columns = board.stages.map((id) => cards({ field: 'stage', op: 'in', value: [id] }, 'nextFollowUpAt'))
  const expected = (op: string, value: string) => ({ field: 'expectedCloseOn', op, value })
  const running = [
    { field: 'pipeline', op: 'in', value: [board.pipelineId] },
    { field: 'outcome', op: 'in', value: ['open', 'hold'] },
  ]
  const months = ['past', 'thisMonth', 'nextMonth'].map((period) =>
    cards({ and: [...running, expected('inPeriod', period)] }, 'expectedCloseOn'),
  )
  return [
    { name: 'board', paths: [`/api/v1/deals/board?pipelineId=${board.pipelineId}`, ...columns] },
    { name: 'forecast', paths: [`/api/v1/deals/forecast?pipelineId=${board.pipelineId}`, ...months] },
  ]
}

async function hasOwnFields({ app, tenantId }: MeasuredFirm): Promise<boolean> {
  const { rowCount } = await app.ownerPool.query(
    `select from custom_fields where tenant_id = $1 and record = 'parties' and key = 'ownNumber'`,
    [tenantId],
  )
  return rowCount === 1
}
