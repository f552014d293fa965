import { anyOf, type Ctx, requireVersion, together } from '@peyvand/platform/server'
import { sql } from 'kysely'
import {
  NotificationChannel as Channels,
  defaultChannels,
  NotificationKind as Kinds,
  type NotificationChannel,
  type NotificationKind,
  type NotificationPreferences,
  type UpdatePreferences,
} from '../contract/index.ts'
import { availableChannels } from './available-channels.ts'
import { lookBack } from './look-back.ts'
import { ownId } from './own-id.ts'
import './tables.ts'

/** What holds for a user: their own choices, and the defaults where there is none. */
export type Preferences = Omit<NotificationPreferences, 'available'>

const defaults = {
  leadMinutes: [30, 1440],
  morningAt: '08:00',
  quietFrom: null,
  quietUntil: null,
  quietOnDaysOff: false,
  digestAt: null,
  digestOnDaysOff: false,
  hideText: false,
  version: 0,
} satisfies Omit<Preferences, 'channels'>

export async function getPreferences(ctx: Ctx): Promise<NotificationPreferences> {
  return { ...(await ownPreferences(ctx)), available: await availableChannels(ctx) }
}

/** @throws AppError versionConflict (409) */
export async function updatePreferences(
  ctx: Ctx,
  { version, channels = {}, ...input }: UpdatePreferences,
): Promise<NotificationPreferences> {
  const before = await ownPreferences(ctx)
  requireVersion(before, version, before)
  const { channels: _channels, version: _version, ...settings } = before
  // What JSON does not name is not there: no field is undefined.
  const row = { ...settings, ...(input as Partial<typeof settings>), version: version + 1 }
  await ctx.db
    .insertInto('notificationPreferences')
    .values({ tenantId: ctx.tenantId, userId: ownId(ctx), ...row })
    .onConflict((oc) => oc.columns(['tenantId', 'userId']).doUpdateSet(row))
    .execute()
  if (String(row.leadMinutes) !== String(before.leadMinutes)) await lookBack(ctx)
  for (const [kind, chosen] of Object.entries(channels) as [NotificationKind, NotificationChannel[]][])
    await chooseChannels(ctx, kind, chosen)
  return getPreferences(ctx)
}

async function chooseChannels(
  ctx: Ctx,
  kind: NotificationKind,
  chosen: readonly NotificationChannel[],
): Promise<void> {
  await ctx.db
    .deleteFrom('notificationChoices')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ownId(ctx))
    .where('kind', '=', kind)
    .execute()
  const changed = Channels.options.filter(
    (channel) => chosen.includes(channel) !== defaultChannels[kind].includes(channel),
  )
  if (changed.length === 0) return
  await ctx.db
    .insertInto('notificationChoices')
    .values(
      changed.map((channel) => ({
        tenantId: ctx.tenantId,
        userId: ownId(ctx),
        kind,
        channel,
        isOn: chosen.includes(channel),
      })),
    )
    .execute()
}

async function ownPreferences(ctx: Ctx): Promise<Preferences> {
  const id = ownId(ctx)
  return (await preferencesOf(ctx, [id])).get(id) as Preferences
}

/** The preferences of users, of each one asked for. */
export async function preferencesOf(
  ctx: Ctx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Preferences>> {
  if (userIds.length === 0) return new Map()
  const [rows, choices] = await together([
    ctx.db
      .selectFrom('notificationPreferences')
      .selectAll()
      .where('tenantId', '=', ctx.tenantId)
      .where(anyOf(sql`user_id`, userIds))
      .execute(),
    ctx.db
      .selectFrom('notificationChoices')
      .selectAll()
      .where('tenantId', '=', ctx.tenantId)
      .where(anyOf(sql`user_id`, userIds))
      .execute(),
  ])
  const chosen = new Map(
    choices.map(({ userId, kind, channel, isOn }) => [`${userId} ${kind} ${channel}`, isOn]),
  )
  const byUser = new Map(rows.map(({ tenantId: _t, userId, ...row }) => [userId, row]))
  const channelsOf = (userId: string, kind: NotificationKind) =>
    Channels.options.filter(
      (channel) => chosen.get(`${userId} ${kind} ${channel}`) ?? defaultChannels[kind].includes(channel),
    )
  return new Map(
    userIds.map((userId) => [
      userId,
      {
        ...((byUser.get(userId) as typeof defaults | undefined) ?? defaults),
        channels: Object.fromEntries(
          Kinds.options.map((kind) => [kind, channelsOf(userId, kind)]),
        ) as Preferences['channels'],
      },
    ]),
  )
}
