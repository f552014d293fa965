import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { Answers, AssignTo, Criterion, FormField, LeadFormInput, LeadOrigin } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    leads: LeadsTable
    leadSettings: {
      tenantId: number
      responseMinutes: number | null
      fitFrom: number | null
      version: Generated<number>
    }
    leadCriteria: {
      tenantId: number
      id: string
      question: string
      required: boolean
      options: Json<Criterion['options']>
      position: number
      archivedAt: string | null
    }
    leadRules: {
      tenantId: number
      id: string
      name: string
      active: boolean
      sourceIds: string[]
      provinces: string[]
      cities: string[]
      productGroupIds: string[]
      assignTo: AssignTo
      userId: string | null
      teamId: string | null
      lastUserId: Generated<string | null>
      position: number
    }
    leadSourceCosts: {
      tenantId: number
      id: string
      sourceId: string
      spentOn: string
      amount: string
      note: string | null
      createdAt: string
      createdBy: string | null
    }
    leadForms: LeadFormsTable
    leadEntries: {
      tenantId: number
      id: string
      formId: string
      nonce: string
      partyId: string
      activityId: string
      receivedAt: string
    }
  }
}

interface LeadsTable {
  tenantId: number
  id: string
  partyId: string
  current: boolean
  arrivedAt: string
  origin: LeadOrigin
  formId: string | null
  sourceId: string | null
  productGroupId: string | null
  awaitsRules: Generated<boolean>
  respondBy: string | null
  respondedAt: string | null
  responseMinutes: number | null
  answers: Json<Answers>
  score: number | null
  qualifiedAt: string | null
  unfitAt: string | null
  unfitReasonId: string | null
  unfitNote: string | null
  convertedAt: string | null
  dealId: string | null
  version: Generated<number>
}

interface LeadFormsTable {
  tenantId: number
  id: string
  token: string
  name: string
  active: boolean
  locale: LeadFormInput['locale']
  title: string
  intro: string | null
  button: string | null
  thanks: string
  consent: string | null
  fields: Json<FormField[]>
  sourceId: string | null
  productGroupId: string | null
  byRules: boolean
  ownerId: string
  followUpDays: number | null
  origins: string[]
  createdAt: string
  version: Generated<number>
}
