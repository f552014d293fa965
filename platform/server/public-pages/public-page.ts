import type { Locale } from '../../contract/index.ts'
import type { App } from '../app.ts'
import type { FileAnswer } from '../handle.ts'
import type { Html } from './html.ts'

/** What a form brought, by the name of the field; a field may come several times. */
export type FormValues = Readonly<Record<string, readonly string[]>>

export interface PublicRequest {
  /** The part of the address that opens the page: random, and naming its firm, or signed. */
  token: string
  query: Readonly<Record<string, string | undefined>>
  ip: string
  /** What the visitor's browser asks for; pages with a language of their own leave it aside. */
  locale: Locale
  /** Whether the page stands in a frame of another site. */
  framed: boolean
}

export interface PublicView {
  locale: Locale
  /** Who speaks, at the head of the page. */
  firm: string
  title: string
  body: Html
  status?: 200 | 400 | 404 | 410 | 429
  /** Origins whose pages may show this one in a frame (`https://example.com`); none unless named. */
  frameAncestors?: readonly string[]
}

/** To another address of ours, so that a page loaded again sends no form again. */
export interface SeeOther {
  seeOther: string
}

/**
 * A page for people without an account, made here as plain HTML: no script, no session, nothing from outside. It opens the
 * transactions it needs as the system of the firm that the token names.
 */
export interface PublicPage {
  /** One letter, then the token: `/f/:token`, `/q/:token/pdf`. Addresses of one letter are never screens of the staff app. */
  path: `/${string}/:token${string}`
  /** @throws AppError shown as a page with its text; `notFound` for a token of nothing */
  show(app: App, request: PublicRequest): Promise<PublicView | FileAnswer>
  /** Takes a form; a view with status 400 shows it again with the problems at its fields. */
  submit?(app: App, request: PublicRequest, values: FormValues): Promise<PublicView | SeeOther>
  /** Forms taken per minute from one address; 10 unless stated. Pages are shown 60 times. */
  submitsPerMinute?: number
}

/** Declares a page for visitors; list it in the module's manifest under `pages`. */
export function definePublicPage(page: PublicPage): PublicPage {
  if (!/^\/[a-z]\/:token(\/[a-z-]+)*$/.test(page.path))
    throw new Error(`the page ${page.path} must be /<letter>/:token`)
  return page
}

/** The first value of a field, without space around it; empty where it did not come. */
export const formValue = (values: FormValues, name: string): string => values[name]?.[0]?.trim() ?? ''
