import { localDate } from '@peyvand/persian'
import { badField, type Ctx, changesBetween, forbidden, requireVersion } from '@peyvand/platform/server'
import type { Profile, UpdateProfile } from '../contract/index.ts'
import { userSearch } from './user-search.ts'
import { loadUser, normalMobile } from './users.ts'

export async function getProfile(ctx: Ctx): Promise<Profile> {
  const row = await ctx.db
    .selectFrom('users as u')
    .leftJoin('auth.identities as i', 'i.id', 'u.identityId')
    .leftJoin('users as d', (join) =>
      join.onRef('d.tenantId', '=', 'u.tenantId').onRef('d.id', '=', 'u.deputyId'),
    )
    .select([
      'u.id',
      'u.name',
      'u.email',
      'u.mobile',
      'u.jobTitle',
      'u.locale',
      'u.theme',
      'u.signature',
      'u.version',
    ])
    .select(['u.avatarFileId', 'u.absentFrom', 'u.absentUntil', 'i.totpConfirmedAt', 'i.backupCodes'])
    .select(['d.id as deputyId', 'd.name as deputyName'])
    .where('u.tenantId', '=', ctx.tenantId)
    .where('u.id', '=', ownId(ctx))
    .executeTakeFirstOrThrow()
  const { deputyId, deputyName, totpConfirmedAt, backupCodes, ...profile } = row
  return {
    ...profile,
    deputy: deputyId && deputyName ? { id: deputyId, name: deputyName } : null,
    twoFactor: totpConfirmedAt !== null,
    backupCodesLeft: backupCodes?.length ?? 0,
  }
}

/** @throws AppError versionConflict (409), badInput at `mobile`, `deputyId`, `absentUntil` */
export async function updateProfile(ctx: Ctx, { version, ...input }: UpdateProfile): Promise<Profile> {
  const user = await loadUser(ctx, ownId(ctx))
  const before = await getProfile(ctx)
  requireVersion(user, version, before)
  if (input.deputyId) await requireDeputy(ctx, input.deputyId)
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<typeof user>
  if (given.mobile !== undefined) given.mobile = normalMobile(given.mobile)
  const after = { ...user, ...given }
  if (after.absentUntil && after.absentFrom && after.absentUntil < after.absentFrom) {
    throw badField('absentUntil', 'endBeforeStart')
  }
  // An end alone means: away from today on.
  if (after.absentUntil && !after.absentFrom) given.absentFrom = localDate(ctx.now(), ctx.timeZone)
  await ctx.db
    .updateTable('users')
    .set({ ...given, search: userSearch(after), version: version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', user.id)
    .execute()
  const profile = await getProfile(ctx)
  ctx.audit({
    action: 'update',
    record: 'users',
    recordId: user.id,
    label: profile.name,
    changes: changesBetween(audited(before), audited(profile)),
  })
  return profile
}

function ownId({ actor }: Ctx): string {
  if (!actor.userId) throw forbidden()
  return actor.userId
}

async function requireDeputy(ctx: Ctx, id: string): Promise<void> {
  if (id === ctx.actor.userId) throw badField('deputyId', 'users.ownDeputy')
  const deputy = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  if (!deputy) throw badField('deputyId', 'users.unknownUser')
}

const audited = ({ name, mobile, jobTitle, locale, theme, signature, ...rest }: Profile) => ({
  name,
  mobile,
  jobTitle,
  locale,
  theme,
  signature,
  avatarFileId: rest.avatarFileId,
  absentFrom: rest.absentFrom,
  absentUntil: rest.absentUntil,
  deputy: rest.deputy?.name ?? null,
})
