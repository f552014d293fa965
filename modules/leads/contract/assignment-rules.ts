import { defineRoute, Id, IdParams, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Whom a rule names: one colleague, the members of a team in turn, or the one among them with the fewest open leads. */
export const AssignTo = z.enum(['user', 'roundRobin', 'leastLoad'])
export type AssignTo = z.infer<typeof AssignTo>

const Places = z.array(z.string().trim().min(1).max(80)).max(100).default([])

const RuleFields = z.strictObject({
  name: z.string().trim().min(1).max(120),
  active: z.boolean().default(true),
  /** The lead is of any of these; an empty list asks nothing. */
  sourceIds: z.array(Id).max(100).default([]),
  provinces: Places,
  cities: Places,
  /** Groups of products, with those below them. */
  productGroupIds: z.array(Id).max(100).default([]),
  to: AssignTo,
  userId: Id.nullable().default(null),
  teamId: Id.nullable().default(null),
})

export const AssignmentRuleInput = RuleFields.superRefine(({ to, userId, teamId }, ctx) => {
  if (to === 'user' && userId === null) ctx.addIssue(issue('required', ['userId']))
  if (to !== 'user' && teamId === null) ctx.addIssue(issue('required', ['teamId']))
})
export type AssignmentRuleInput = z.output<typeof AssignmentRuleInput>

/** Rules are asked in order; the first that fits and has somebody present gives the owner. */
export const AssignmentRule = RuleFields.extend({ id: Id, user: Ref.nullable(), team: Ref.nullable() })
export type AssignmentRule = z.infer<typeof AssignmentRule>

const manage = 'leads.manage'
const Rules = z.object({ items: z.array(AssignmentRule) })
const errors = ['leads.ruleNotFound'] as const

export const listAssignmentRulesRoute = defineRoute({
  method: 'GET',
  path: '/leads/rules',
  summary: 'Rules by which leads are given to colleagues, in order',
  permission: manage,
  answer: Rules,
})

export const createAssignmentRuleRoute = defineRoute({
  method: 'POST',
  path: '/leads/rules',
  summary: 'Add a rule of assignment, after the others',
  permission: manage,
  body: AssignmentRuleInput,
  answer: AssignmentRule,
  status: 201,
})

export const updateAssignmentRuleRoute = defineRoute({
  method: 'PUT',
  path: '/leads/rules/:id',
  summary: 'Change a rule of assignment',
  permission: manage,
  params: IdParams,
  body: AssignmentRuleInput,
  answer: AssignmentRule,
  errors: [...errors],
})

export const deleteAssignmentRuleRoute = defineRoute({
  method: 'DELETE',
  path: '/leads/rules/:id',
  summary: 'Delete a rule of assignment; leads keep their owners',
  permission: manage,
  params: IdParams,
  answer: 'none',
  errors: [...errors],
})

export const orderAssignmentRulesRoute = defineRoute({
  method: 'PUT',
  path: '/leads/rules/order',
  summary: 'Put the rules of assignment in an order',
  permission: manage,
  body: z.strictObject({ ids: z.array(Id).min(1).max(200) }),
  answer: Rules,
  errors: ['leads.orderIncomplete'],
})
