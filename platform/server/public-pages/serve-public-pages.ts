import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import type { AppError } from '../errors.ts'
import type { FileAnswer } from '../handle.ts'
import { toProblem } from '../problem.ts'
import { html } from './html.ts'
import { pageDocument, pagePolicy } from './page-document.ts'
import { fontPath } from './page-style.ts'
import type { FormValues, PublicPage, PublicRequest, PublicView, SeeOther } from './public-page.ts'

interface ServePublicPages {
  locale(request: FastifyRequest): PublicRequest['locale']
  sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply
}

const formLimit = 256 * 1024
const minute = 60_000

/** The modules' pages for visitors, with their font. They neither read nor set a cookie, so nobody's session is at stake. */
export async function servePublicPages(
  server: FastifyInstance,
  app: App,
  { locale, sendFile }: ServePublicPages,
): Promise<void> {
  await server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimit },
      async (_request: FastifyRequest, text: string) => formValues(text),
    )
    scope.setErrorHandler((error: FastifyError | AppError, request, reply) => {
      const problem = toProblem(error, app.registry, locale(request), request.id)
      if (problem.status >= 500) request.log.error({ err: error, requestId: request.id }, 'page failed')
      reply.code(problem.status)
      return sendView(reply, problemView(problem.title, locale(request)), false)
    })
    for (const { pages = [], name } of app.registry.modules)
      for (const page of pages) addPage(scope, page, name)
    for (const part of ['arabic', 'latin'] as const) addFont(scope, part)
  })

  function addPage(scope: FastifyInstance, page: PublicPage, module: string): void {
    const options = (max: number) => ({
      schema: { hide: true },
      config: { module, permission: 'public', rateLimit: { max, timeWindow: minute } },
    })
    const asked = (request: FastifyRequest): PublicRequest => ({
      token: (request.params as { token: string }).token,
      query: request.query as PublicRequest['query'],
      ip: request.ip,
      locale: locale(request),
      framed: request.headers['sec-fetch-dest'] === 'iframe',
    })
    scope.get(page.path, options(60), async (request, reply) => {
      const view = await page.show(app, asked(request))
      if ('stream' in view) return sendFile(reply, view)
      return sendView(reply.code(view.status ?? 200), view, asked(request).framed)
    })
    const { submit } = page
    if (!submit) return
    scope.post(page.path, options(page.submitsPerMinute ?? 10), async (request, reply) => {
      const answer: PublicView | SeeOther = await submit(app, asked(request), request.body as FormValues)
      if ('seeOther' in answer) return reply.redirect(answer.seeOther, 303)
      return sendView(reply.code(answer.status ?? 200), answer, asked(request).framed)
    })
  }
}

function formValues(text: string): FormValues {
  const given = new URLSearchParams(text)
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]))
}

const problemView = (title: string, locale: PublicView['locale']): PublicView => ({
  locale,
  firm: '',
  title,
  body: html`<div class="card"><h1>${title}</h1></div>`,
})

function sendView(reply: FastifyReply, view: PublicView, framed: boolean): FastifyReply {
  return reply
    .removeHeader('x-frame-options')
    .header('content-security-policy', pagePolicy(view.frameAncestors))
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .type('text/html; charset=utf-8')
    .send(pageDocument(view, framed))
}

function addFont(scope: FastifyInstance, part: 'arabic' | 'latin'): void {
  const file = createRequire(import.meta.url).resolve(
    `@fontsource-variable/vazirmatn/files/vazirmatn-${part}-wght-normal.woff2`,
  )
  scope.get(fontPath(part), { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('font/woff2')
      .send(await readFile(file)),
  )
}
