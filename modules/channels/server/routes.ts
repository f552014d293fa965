import { type Actor, handle, handlePrepared, type RouteHandler } from '@peyvand/platform/server'
import {
  deleteMailServerRoute,
  deleteSmsGatewayRoute,
  getMailServerRoute,
  getSmsGatewayRoute,
  listOutgoingMessagesRoute,
  saveMailServerRoute,
  saveSmsGatewayRoute,
  testMailServerRoute,
  testSmsGatewayRoute,
} from '../contract/index.ts'
import { mailServer } from './mail-server.ts'
import { listOutgoingMessages } from './outgoing-messages.ts'
import { sealed } from './secrets.ts'
import { smsGateway } from './sms-gateway.ts'
import { testMailServer, testSmsGateway } from './test-channels.ts'

export const channelRoutes: readonly RouteHandler[] = [
  handle(getMailServerRoute, async (ctx) => ({ mailServer: await mailServer.view(ctx) })),
  handlePrepared(
    saveMailServerRoute,
    async (app) => (secret: string) => sealed(app, secret),
    (ctx, { body }, seal) => mailServer.save(ctx, body, seal),
  ),
  handle(deleteMailServerRoute, mailServer.remove),
  // The other side is spoken to before the transaction opens.
  handlePrepared(
    testMailServerRoute,
    (app, actor: Actor, _http, { body }) => testMailServer(app, actor, body.to),
    async (_ctx, _input, answer) => answer,
  ),
  handle(getSmsGatewayRoute, async (ctx) => ({ smsGateway: await smsGateway.view(ctx) })),
  handlePrepared(
    saveSmsGatewayRoute,
    async (app) => (secret: string) => sealed(app, secret),
    (ctx, { body }, seal) => smsGateway.save(ctx, body, seal),
  ),
  handle(deleteSmsGatewayRoute, smsGateway.remove),
  handlePrepared(
    testSmsGatewayRoute,
    (app, actor: Actor, _http, { body }) => testSmsGateway(app, actor, body.to),
    async (_ctx, _input, answer) => answer,
  ),
  handle(listOutgoingMessagesRoute, (ctx, { query }) => listOutgoingMessages(ctx, query)),
]
