import { type Actor, askHook, type Ctx, may, notFound } from '@peyvand/platform/server'
import type { AccessExplanation } from '../contract/index.ts'
import { actorOfUser } from './directory.ts'
import { type AccessReason, accessAsked, type RecordAccess } from './hooks.ts'
import { permissionCatalogue } from './roles.ts'

interface Asked {
  record: string
  recordId: string
}

/**
 * Why a user sees a record or not. The modules answer from the rules that their reads go by, once for the caller
 * (whose eyes the record must be open to) and once for the user.
 * @throws AppError notFound (404) for users and records that the caller does not see
 */
export async function explainAccess(ctx: Ctx, userId: string, asked: Asked): Promise<AccessExplanation> {
  const user = await ctx.db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', userId)
    .executeTakeFirst()
  const own = await accessTo(ctx, asked)
  if (!user || !own?.sees) throw notFound()
  const actor = await actorOfUser(ctx, userId)
  const access = actor && (await accessTo({ ...ctx, actor }, asked))
  const reasons = access?.reasons ?? [{ opens: false, key: 'identity.access.inactive' }]
  return {
    user,
    record: { type: asked.record, id: asked.recordId, name: own.name },
    sees: access?.sees ?? false,
    reasons: reasons.toSorted(openingFirst).map(({ opens, key, params }) => ({
      opens,
      text: ctx.registry.translate(ctx.locale, key, params),
    })),
    ...(await grantsOf(ctx, {
      userId,
      actor,
      record: own.type ?? asked.record,
      allowed: access?.allowed ?? [],
    })),
  }
}

async function accessTo(ctx: Ctx, asked: Asked): Promise<RecordAccess | null> {
  const answers = await askHook(ctx, accessAsked, asked)
  return answers.find((answer) => answer !== null) ?? null
}

const openingFirst = (a: AccessReason, b: AccessReason) => Number(b.opens) - Number(a.opens)

interface Granted {
  userId: string
  actor: Actor | null
  record: string
  allowed: readonly string[]
}

async function grantsOf(ctx: Ctx, { userId, actor, record, allowed }: Granted) {
  const roles = await ctx.db
    .selectFrom('userRoles as ur')
    .innerJoin('roles as r', (join) =>
      join.onRef('r.tenantId', '=', 'ur.tenantId').onRef('r.id', '=', 'ur.roleId'),
    )
    .select(['r.id', 'r.nameFa', 'r.nameEn', 'r.everything', 'r.grants'])
    .where('ur.tenantId', '=', ctx.tenantId)
    .where('ur.userId', '=', userId)
    .orderBy('r.createdAt')
    .execute()
  const catalogue = await permissionCatalogue(ctx)
  const type = catalogue.records.find((known) => known.type === record)
  return {
    actions: (type?.actions ?? []).map(({ permission, label }) => ({
      permission,
      label,
      allowed: allowed.includes(permission),
      roles: roles.flatMap(({ everything, grants, ...role }) => {
        const scope = everything ? 'all' : grants[permission]
        return scope ? [{ ...role, scope }] : []
      }),
    })),
    fields: (type?.fields ?? []).flatMap(({ field, label }) => {
      const rule = actor?.everything ? undefined : actor?.fieldRules[field]
      return rule ? [{ field, label, rule }] : []
    }),
    rights: catalogue.rights
      .filter(({ key }) => key.startsWith(`${record}.`))
      .map(({ key, label }) => ({ key, label, granted: actor !== null && may(actor, key) })),
  }
}
