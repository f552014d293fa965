import { type App, askHook } from '@peyvand/platform/server'
import { asFirm } from './administration.ts'
import { mailWished } from './hooks.ts'
import { activeMemberships, identityByEmail } from './identities.ts'
import { createReset, linkTo } from './password-resets.ts'
import { activeContacts } from './people.ts'
import { globally } from './sign-in.ts'

const onceInMs = 10 * 60_000

class NotMailed extends Error {}

/**
 * Sends the person a link for a new password by the mail server of their firm, where there is one; at most one in ten
 * minutes. Whoever works in several firms gets none: the mail server belongs to one of them, and its administrator
 * must not come by a way into the others.
 */
export async function mailResetLink(app: App, email: string): Promise<void> {
  const found = await globally(app, async (db) => {
    const identity = await identityByEmail(db, email)
    return identity && { identity, firms: await activeMemberships(db, identity.id) }
  })
  const [firm, another] = found?.firms ?? []
  if (!found || !firm || another) return
  const { identity } = found
  const now = app.now()
  try {
    await asFirm(app, firm.tenantId, async (ctx) => {
      const contact = (await activeContacts(ctx, [firm.userId])).get(firm.userId)
      if (!contact) return
      const { url } = linkTo(
        app,
        'reset-password',
        await createReset(ctx.db, { identityId: identity.id, now }),
      )
      const t = (key: string) =>
        ctx.registry.translate(contact.locale, key, { name: contact.name, firm: ctx.actor.firm.name })
      const taken = await askHook(ctx, mailWished, {
        key: `reset:${identity.id}:${Math.floor(now.getTime() / onceInMs)}`,
        to: identity.email,
        toName: contact.name,
        subject: t('identity.resetMail.subject'),
        text: `${t('identity.resetMail.text')}\n\n${url}\n\n${t('identity.resetMail.ignore')}\n`,
      })
      // Undoes the new link too: an earlier one goes on working.
      if (!taken.includes(true)) throw new NotMailed()
    })
  } catch (error) {
    if (!(error instanceof NotMailed)) throw error
  }
}
