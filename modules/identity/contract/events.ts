import { defineEvent, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Somebody may work in the firm from now on: the first administrator, or an accepted invitation. */
export const userJoined = defineEvent('identity.user.joined', z.object({ userId: Id }), {
  label: { fa: 'کاربر به شرکت پیوست', en: 'User joined' },
})

/** The user can no longer sign in; what is theirs stays until somebody hands it over. */
export const userDeactivated = defineEvent('identity.user.deactivated', z.object({ userId: Id }), {
  label: { fa: 'کاربر غیرفعال شد', en: 'User deactivated' },
})

export const teamDeleted = defineEvent(
  'identity.team.deleted',
  z.object({ teamId: Id, parentId: Id.nullable() }),
)
