import { parsePhone } from '@peyvand/persian'
import { type Actor, type App, AppError, badField, newId, withCtx } from '@peyvand/platform/server'
import type { TestAnswer } from '../contract/index.ts'
import { mailServer } from './mail-server.ts'
import type { Outcome } from './outcome.ts'
import { sendBySmsGateway } from './send-by-sms-gateway.ts'
import { sendBySmtp } from './send-by-smtp.ts'
import { smsGateway } from './sms-gateway.ts'

/** Sends a mail at once and tells what the server said. @throws AppError channels.noMailServer (409) */
export async function testMailServer(app: App, actor: Actor, to: string): Promise<TestAnswer> {
  const server = await withCtx(app, { actor, readOnly: true, run: mailServer.row })
  if (!server) throw new AppError('channels.noMailServer')
  const t = (key: string) => app.registry.translate(actor.locale, key, { firm: actor.firm.name })
  const mail = {
    id: newId(),
    to,
    toName: null,
    subject: t('channels.test.subject'),
    text: t('channels.test.text'),
  }
  return answerOf(app, actor, await sendBySmtp(app, server, { ...mail, html: null }))
}

/** @throws AppError channels.noSmsGateway (409), badInput (400) at `to` */
export async function testSmsGateway(app: App, actor: Actor, to: string): Promise<TestAnswer> {
  const gateway = await withCtx(app, { actor, readOnly: true, run: smsGateway.row })
  if (!gateway) throw new AppError('channels.noSmsGateway')
  const phone = parsePhone(to)
  if (!phone.ok) throw badField('to', 'channels.notMobile')
  const text = app.registry.translate(actor.locale, 'channels.test.text', { firm: actor.firm.name })
  return answerOf(
    app,
    actor,
    await sendBySmsGateway(app, gateway, { id: newId(), to: phone.value.e164, text }),
  )
}

function answerOf(app: App, actor: Actor, outcome: Outcome): TestAnswer {
  if (outcome.type === 'sent') return { ok: true, detail: outcome.providerId ?? '' }
  const key = `error.${outcome.fault}`
  const known = app.registry.translate.has(key)
  return {
    ok: false,
    detail: known ? app.registry.translate(actor.locale, key, { host: '' }) : outcome.fault,
  }
}
