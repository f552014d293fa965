import { tagNames } from '@peyvand/customization/server'
import { usersByIds } from '@peyvand/identity/server'
import { joinList } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import type { BulkAction } from '../contract/index.ts'
import { fieldLabels } from './field-labels.ts'

/** What a change of many parties did, in the caller's language. */
export async function describeBulk(ctx: Ctx, action: BulkAction): Promise<string> {
  const say = (what: string, params = {}) => ctx.registry.translate(ctx.locale, `parties.did.${what}`, params)
  switch (action.type) {
    case 'assign': {
      const owner = action.ownerId ? (await usersByIds(ctx, [action.ownerId])).get(action.ownerId) : undefined
      return owner ? say('assign', { owner: owner.name }) : say('unassign')
    }
    case 'update':
      return say('update', {
        fields: joinList(await fieldLabels(ctx, updatedFields(action.values)), ctx.locale),
      })
    case 'tag':
      return say(action.add.length > 0 ? 'addTags' : 'removeTags', { names: await namesOfTags(ctx, action) })
    case 'join':
    case 'leave':
      return say(action.type, { group: await groupName(ctx, action.group) })
    default:
      return say(action.type)
  }
}

const updatedFields = ({ custom = {}, ...columns }: Extract<BulkAction, { type: 'update' }>['values']) => [
  ...Object.keys(columns),
  ...Object.keys(custom).map((key) => `custom.${key}`),
]

async function namesOfTags(ctx: Ctx, { add, remove }: Extract<BulkAction, { type: 'tag' }>): Promise<string> {
  const names = await tagNames(ctx, add.length > 0 ? add : remove)
  return joinList(
    [...names.values()].map(({ name }) => name),
    ctx.locale,
  )
}

async function groupName(ctx: Ctx, key: string): Promise<string> {
  const group = await ctx.db
    .selectFrom('partyGroups')
    .select(['nameFa', 'nameEn'])
    .where('tenantId', '=', ctx.tenantId)
    .where('key', '=', key)
    .executeTakeFirst()
  return (ctx.locale === 'fa' ? group?.nameFa : group?.nameEn) ?? key
}
