import { requireParty } from '@peyvand/parties/server'
import { type Ctx, handle, handlePrepared, type RouteHandler } from '@peyvand/platform/server'
import * as contract from '../contract/index.ts'
import { assignByRules } from './assign-leads.ts'
import { createRule, deleteRule, listRules, orderRules, updateRule } from './assignment-rules.ts'
import { convertLead } from './convert-lead.ts'
import { createCriterion, criteriaRows, orderCriteria, updateCriterion } from './criteria.ts'
import { createForm, getForm, listForms, renewForm, updateForm } from './lead-forms.ts'
import { leadFields, listLeads, summarizeLeads } from './lead-list.ts'
import { answerCriteria, judgeLead, leadOfParty, updateLead } from './leads.ts'
import { leadSettings, updateLeadSettings } from './settings.ts'
import { createCost, deleteCost, listCosts, updateCost } from './source-costs.ts'
import { sourceYield } from './source-yield.ts'

/** Where visitors reach the program is known before the transaction. */
const publicUrl = async ({ publicUrl }: { publicUrl: string }) => publicUrl

export const leadRoutes: readonly RouteHandler[] = [
  handle(contract.listLeadsRoute, (ctx, { query }) => listLeads(ctx, query)),
  handle(contract.summarizeLeadsRoute, (ctx, { query }) => summarizeLeads(ctx, query)),
  handle(contract.leadFieldsRoute, leadFields),
  handle(contract.assignLeadsRoute, (ctx, { body }) => assignByHand(ctx, body.ids)),
  handle(contract.partyLeadRoute, async (ctx, { params }) => {
    await requireParty(ctx, params.id)
    return { lead: await leadOfParty(ctx, params.id) }
  }),
  handle(contract.updateLeadRoute, (ctx, { params, body }) => updateLead(ctx, params.id, body)),
  handle(contract.answerCriteriaRoute, (ctx, { params, body }) => answerCriteria(ctx, params.id, body)),
  handle(contract.judgeLeadRoute, (ctx, { params, body }) => judgeLead(ctx, params.id, body)),
  handle(contract.convertLeadRoute, (ctx, { params, body }) => convertLead(ctx, params.id, body)),
  handle(contract.getLeadSettingsRoute, async (ctx) => ({
    ...(await leadSettings(ctx)),
    criteria: await criteriaRows(ctx),
  })),
  handle(contract.updateLeadSettingsRoute, (ctx, { body }) => updateLeadSettings(ctx, body)),
  handle(contract.createCriterionRoute, (ctx, { body }) => createCriterion(ctx, body)),
  handle(contract.orderCriteriaRoute, async (ctx, { body }) => ({
    items: await orderCriteria(ctx, body.ids),
  })),
  handle(contract.updateCriterionRoute, (ctx, { params, body }) => updateCriterion(ctx, params.id, body)),
  handle(contract.listAssignmentRulesRoute, async (ctx) => ({ items: await listRules(ctx) })),
  handle(contract.createAssignmentRuleRoute, (ctx, { body }) => createRule(ctx, body)),
  handle(contract.orderAssignmentRulesRoute, async (ctx, { body }) => ({
    items: await orderRules(ctx, body.ids),
  })),
  handle(contract.updateAssignmentRuleRoute, (ctx, { params, body }) => updateRule(ctx, params.id, body)),
  handle(contract.deleteAssignmentRuleRoute, (ctx, { params }) => deleteRule(ctx, params.id)),
  handle(contract.sourceYieldRoute, (ctx, { query }) => sourceYield(ctx, query)),
  handle(contract.listSourceCostsRoute, (ctx, { query }) => listCosts(ctx, query)),
  handle(contract.createSourceCostRoute, (ctx, { body }) => createCost(ctx, body)),
  handle(contract.updateSourceCostRoute, (ctx, { params, body }) => updateCost(ctx, params.id, body)),
  handle(contract.deleteSourceCostRoute, (ctx, { params }) => deleteCost(ctx, params.id)),
  handlePrepared(contract.listLeadFormsRoute, publicUrl, async (ctx, _, url) => ({
    items: await listForms(ctx, url),
  })),
  handlePrepared(contract.getLeadFormRoute, publicUrl, (ctx, { params }, url) =>
    getForm(ctx, params.id, url),
  ),
  handlePrepared(contract.createLeadFormRoute, publicUrl, (ctx, { body }, url) => createForm(ctx, body, url)),
  handlePrepared(contract.updateLeadFormRoute, publicUrl, (ctx, { params, body }, publicUrl) =>
    updateForm(ctx, params.id, { ...body, publicUrl }),
  ),
  handlePrepared(contract.renewLeadFormRoute, publicUrl, (ctx, { params }, url) =>
    renewForm(ctx, params.id, url),
  ),
]

async function assignByHand(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ assigned: number; unchanged: number }> {
  const given = await assignByRules(ctx, ids)
  for (const [ownerId, partyIds] of given) ctx.emit(contract.leadsAssigned, { ownerId, partyIds })
  const assigned = [...given.values()].flat().length
  return { assigned, unchanged: ids.length - assigned }
}
