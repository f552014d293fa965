import type { ActivityKind } from '@peyvand/activities/contract'
import type { Locale } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { ColumnType, Generated, RawBuilder } from 'kysely'
import type { RunState, ScriptAnswer, ScriptDefinition, Visibility } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    templates: TemplatesTable
    scripts: ScriptsTable
    scriptEditions: ScriptEditionsTable
    scriptRuns: ScriptRunsTable
    scriptAnswers: ScriptAnswersTable
  }
}

interface TemplatesTable {
  tenantId: number
  id: string
  name: string
  kind: ActivityKind
  language: Locale
  categoryId: string | null
  subject: string | null
  body: string
  visibility: Visibility
  teamIds: string[]
  /** Nobody for those that a new firm starts with. */
  ownerId: string | null
  search: string
  uses: Generated<number>
  lastUsedAt: string | null
  archivedAt: string | null
  createdAt: string
  updatedAt: string
  version: Generated<number>
}

interface ScriptsTable {
  tenantId: number
  id: string
  name: string
  description: string | null
  teamIds: string[]
  active: boolean
  /** The edition that new calls are made by. */
  edition: number
  search: string
  archivedAt: string | null
  createdAt: string
  updatedAt: string
  updatedBy: string | null
  version: Generated<number>
}

interface ScriptEditionsTable {
  tenantId: number
  scriptId: string
  edition: number
  definition: Json<ScriptDefinition>
  createdAt: string
}

interface ScriptRunsTable {
  tenantId: number
  id: string
  scriptId: string
  edition: number
  partyId: string | null
  activityId: string | null
  userId: string
  state: RunState
  outcome: string | null
  startedAt: string
  finishedAt: string | null
}

interface ScriptAnswersTable {
  tenantId: number
  runId: string
  stepId: string
  answer: ColumnType<ScriptAnswer, RawBuilder<ScriptAnswer>, RawBuilder<ScriptAnswer>>
  answeredAt: string
}
