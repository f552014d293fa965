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
import { deleteMailServer, getMailServer, saveMailServer } from './mail-server.ts'
import { listOutgoingMessages } from './outgoing-messages.ts'
import { sealed } from './secrets.ts'
import { deleteSmsGateway, getSmsGateway, saveSmsGateway } from './sms-gateway.ts'
import { testMailServer, testSmsGateway } from './test-channels.ts'

export const channelRoutes: readonly RouteHandler[] = [
  handle(getMailServerRoute, async (ctx) => ({ mailServer: await getMailServer(ctx) })),
  handlePrepared(
    saveMailServerRoute,
    async (app) => (secret: string) => sealed(app, secret),
    (ctx, { body }, seal) => saveMailServer(ctx, body, seal),
  ),
  handle(deleteMailServerRoute, deleteMailServer),
  // The other side is spoken to before the transaction opens.
  handlePrepared(
    testMailServerRoute,
    (app, actor: Actor, _http, { body }) => testMailServer(app, actor, body.to),
    async (_ctx, _input, answer) => answer,
  ),
  handle(getSmsGatewayRoute, async (ctx) => ({ smsGateway: await getSmsGateway(ctx) })),
  handlePrepared(
    saveSmsGatewayRoute,
    async (app) => (secret: string) => sealed(app, secret),
    (ctx, { body }, seal) => saveSmsGateway(ctx, body, seal),
  ),
  handle(deleteSmsGatewayRoute, deleteSmsGateway),
  handlePrepared(
    testSmsGatewayRoute,
    (app, actor: Actor, _http, { body }) => testSmsGateway(app, actor, body.to),
    async (_ctx, _input, answer) => answer,
  ),
  handle(listOutgoingMessagesRoute, (ctx, { query }) => listOutgoingMessages(ctx, query)),
]
