import { activeUsersByIds, actorOfUser, membersOfTeam, teamsByIds } from '@peyvand/identity/server'
import { addDays, localDate } from '@peyvand/persian'
import { AppError, badField, type Ctx, newId, notFound } from '@peyvand/platform/server'
import {
  longestShareDays,
  type PartyShare,
  partyShared,
  type ShareParty,
  usualShareDays,
} from '../../contract/index.ts'
import { canSeeParty, type PartyHead, requireParty } from '../party-access.ts'
import { listShares } from './list-shares.ts'
import { mayOpen } from './may-open.ts'

/**
 * Brings a party's file to colleagues and teams with a note. Who sees the file is only told of it; to who does not it
 * is opened for a time, where the caller may do that.
 * @throws AppError notFound (404), parties.shareNeedsRight (403); badInput (400) at `to`, `until`
 */
export async function shareParty(
  ctx: Ctx,
  id: string,
  { to, note, until }: ShareParty,
): Promise<{ items: PartyShare[]; can: { open: boolean } }> {
  const party = await requireParty(ctx, id)
  const receivers = await namedReceivers(ctx, to)
  const today = localDate(ctx.now(), ctx.timeZone)
  const lastDay = until ?? addDays(today, usualShareDays)
  if (lastDay < today || lastDay > addDays(today, longestShareDays))
    throw badField('until', 'parties.shareTooLong', { days: longestShareDays })
  for (const receiver of receivers) {
    const isBlind = await anyIsBlind(ctx, id, receiver.userIds)
    if (isBlind && !mayOpen(ctx, party))
      throw new AppError('parties.shareNeedsRight', { status: 403, params: { name: receiver.name } })
    await share(ctx, party, { receiver, note, until: isBlind ? lastDay : null })
  }
  ctx.live({ topic: 'parties', id })
  return listShares(ctx, id)
}

interface Receiver {
  kind: 'user' | 'team'
  id: string
  name: string
  /** Who they are, now. */
  userIds: string[]
}

async function namedReceivers(ctx: Ctx, to: ShareParty['to']): Promise<Receiver[]> {
  const ids = (kind: Receiver['kind']) => to.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const names = { user: await activeUsersByIds(ctx, ids('user')), team: await teamsByIds(ctx, ids('team')) }
  const receivers: Receiver[] = []
  for (const [index, { kind, id }] of to.entries()) {
    const name = names[kind].get(id)?.name
    if (name === undefined) throw badField(`to.${index}.id`, 'parties.receiverUnknown')
    const members = kind === 'team' ? (await membersOfTeam(ctx, id)).map((member) => member.id) : [id]
    receivers.push({ kind, id, name, userIds: members })
  }
  return receivers
}

async function anyIsBlind(ctx: Ctx, partyId: string, userIds: readonly string[]): Promise<boolean> {
  for (const userId of userIds) {
    const actor = await actorOfUser(ctx, userId)
    if (actor && !(await canSeeParty({ ...ctx, actor }, partyId))) return true
  }
  return false
}

interface Share {
  receiver: Receiver
  note: string | null
  until: string | null
}

async function share(ctx: Ctx, party: PartyHead, { receiver, note, until }: Share): Promise<void> {
  const shareId = newId()
  await ctx.db
    .insertInto('partyShares')
    .values({
      tenantId: ctx.tenantId,
      id: shareId,
      partyId: party.id,
      toUserId: receiver.kind === 'user' ? receiver.id : null,
      toTeamId: receiver.kind === 'team' ? receiver.id : null,
      note,
      until,
      createdAt: ctx.now().toISOString(),
      createdBy: ctx.actor.userId,
    })
    .execute()
  ctx.audit({
    action: 'share',
    record: 'parties',
    recordId: party.id,
    label: party.name,
    changes: { sharedWith: { to: receiver.name }, ...(until ? { openUntil: { to: until } } : {}) },
  })
  ctx.emit(partyShared, { partyId: party.id, shareId, toUserIds: receiver.userIds, note })
}

/** Takes a share back; by its sharer or who may open the file. @throws AppError notFound (404) */
export async function revokeShare(ctx: Ctx, { id, shareId }: { id: string; shareId: string }): Promise<void> {
  const { items } = await listShares(ctx, id)
  const share = items.find((one) => one.id === shareId)
  if (!share?.can.revoke) throw notFound()
  const { name } = await requireParty(ctx, id)
  await ctx.db
    .updateTable('partyShares')
    .set({ revokedAt: ctx.now().toISOString(), revokedBy: ctx.actor.userId })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', shareId)
    .execute()
  ctx.audit({
    action: 'unshare',
    record: 'parties',
    recordId: id,
    label: name,
    changes: { sharedWith: { from: share.to.name } },
  })
  ctx.live({ topic: 'parties', id })
}
