import { firmOfToken } from '@peyvand/identity/server'
import {
  type App,
  AppError,
  type Ctx,
  definePublicPage,
  type FormValues,
  formValue,
  html,
  notFound,
  type PublicRequest,
  type PublicView,
  problemSummary,
  publicField,
  systemActor,
  withCtx,
} from '@peyvand/platform/server'
import { type AskedField, askedFields } from './form-fields.ts'
import { entryKey, judgeStamp, newStamp, readStamp } from './form-stamp.ts'
import type { StoredForm } from './lead-forms.ts'
import { type EntryFault, readEntry } from './read-entry.ts'
import { receiveEntry } from './receive-entry.ts'
import './tables.ts'

/** Fields of the page beside those that the form asks for. */
const own = { stamp: '_stamp', consent: '_consent', trap: 'homepage' } as const
const sentMark = 'sent'

/** The public page of a form by which leads come. */
export const leadFormPage = definePublicPage({
  path: '/f/:token',
  show: (app, request) =>
    onForm(app, request, true, async (ctx, form) =>
      request.query[sentMark] === undefined
        ? formView(ctx, { form, stamp: newStamp(app.secretKey, form.token, ctx.now()), values: {} })
        : thanksView(ctx, form),
    ),
  submit: async (app, request, values) => {
    try {
      return await onForm(app, request, false, (ctx, form) => take(app, ctx, { form, values }))
    } catch (error) {
      const faults = faultsAtFields(error)
      if (!faults) throw error
      return onForm(app, request, true, (ctx, form) => again(app, ctx, { form, values, faults }))
    }
  },
})

interface Sent {
  form: StoredForm
  values: FormValues
}

async function take(app: App, ctx: Ctx, { form, values }: Sent): Promise<PublicView | { seeOther: string }> {
  const thanks = { seeOther: `/f/${form.token}?${sentMark}` }
  // Only programs fill in what nobody sees; they are thanked as well.
  if (formValue(values, own.trap) !== '') return thanks
  const stamp = readStamp(app.secretKey, form.token, formValue(values, own.stamp))
  const verdict = stamp ? judgeStamp(stamp, ctx.now()) : 'tooLate'
  if (!stamp || verdict !== 'ok')
    return again(app, ctx, { form, values, faults: [], notice: `leads.public.${verdict}` })
  const asked = await askedFields(ctx, form)
  const read = readEntry({ asked, values, moneyUnit: ctx.actor.firm.moneyUnit })
  const consent = form.consent && formValue(values, own.consent) !== 'on'
  const faults = [
    ...(read.ok ? [] : read.faults),
    ...(consent ? [{ name: own.consent, code: 'required' }] : []),
  ]
  if (!read.ok || faults.length > 0) return again(app, ctx, { form, values, faults })
  await receiveEntry(ctx, { form, key: entryKey(stamp.nonce, values), entry: read.entry })
  return thanks
}

interface Again extends Sent {
  faults: readonly EntryFault[]
  notice?: string
}

/** The form as it was filled in, with what is wrong. */
async function again(app: App, ctx: Ctx, { form, values, faults, notice }: Again): Promise<PublicView> {
  const given = formValue(values, own.stamp)
  const old = readStamp(app.secretKey, form.token, given)
  const isGood = old !== null && judgeStamp(old, ctx.now()) !== 'tooLate'
  const stamp = isGood ? given : newStamp(app.secretKey, form.token, ctx.now())
  return { ...(await formView(ctx, { form, stamp, values, faults, notice })), status: 400 }
}

interface Shown {
  form: StoredForm
  stamp: string
  values: FormValues
  faults?: readonly EntryFault[]
  notice?: string | undefined
}

async function formView(ctx: Ctx, { form, stamp, values, faults = [], notice }: Shown): Promise<PublicView> {
  const text = (key: string, params?: Record<string, unknown>) =>
    ctx.registry.translate(form.locale, key, params)
  const asked = await askedFields(ctx, form)
  const problemOf = ({ code, params }: EntryFault) => text(`error.${code}`, params)
  const problemAt = (name: string) => {
    const fault = faults.find((one) => one.name === name)
    return fault ? problemOf(fault) : null
  }
  const labelOf = (name: string) => asked.find((one) => one.name === name)?.label ?? form.consent ?? ''
  const problems = faults.map((fault) => ({
    name: fault.name,
    text: `${labelOf(fault.name).replace(/[.؟?]$/, '')}: ${problemOf(fault)}`,
  }))
  const field = (one: AskedField) =>
    publicField({ ...one, values: values[one.name] ?? [], problem: problemAt(one.name) })
  const body = html`<div class="card"><h1>${form.title}</h1>${
    form.intro && html`<p class="text">${form.intro}</p>`
  }${notice && html`<p class="note warn" role="alert">${text(notice)}</p>`}${problemSummary(
    text('leads.public.problems'),
    problems,
  )}<form method="post" action="/f/${form.token}" novalidate>
<input type="hidden" name="${own.stamp}" value="${stamp}">
<div class="apart" aria-hidden="true"><label>${text('leads.public.trap')}<input name="${own.trap}" tabindex="-1" autocomplete="off"></label></div>
${asked.map(field)}${
  form.consent &&
  publicField({
    kind: 'checkbox',
    name: own.consent,
    label: form.consent,
    required: true,
    values: values[own.consent] ?? [],
    problem: problemAt(own.consent),
  })
}<div class="actions"><button class="button">${form.button ?? text('leads.public.send')}</button></div>
</form></div>`
  return { ...frame(ctx, form), body }
}

const thanksView = (ctx: Ctx, form: StoredForm): PublicView => ({
  ...frame(ctx, form),
  body: html`<div class="card"><h1>${form.title}</h1><p class="note ok text" role="status">${form.thanks}</p>
<p><a href="/f/${form.token}">${ctx.registry.translate(form.locale, 'leads.public.another')}</a></p></div>`,
})

const frame = (ctx: Ctx, { locale, title, origins }: StoredForm) => ({
  locale,
  title,
  firm: ctx.actor.firm.name,
  frameAncestors: origins,
})

/** @throws AppError notFound (404) for forms that are not there or closed */
async function onForm<T>(
  app: App,
  { token }: PublicRequest,
  readOnly: boolean,
  run: (ctx: Ctx, form: StoredForm) => Promise<T>,
): Promise<T> {
  const tenantId = firmOfToken(token)
  const firm = tenantId === null ? null : await app.directory.firmOf(app, tenantId)
  if (!firm) throw notFound('leads.formNotFound')
  return withCtx(app, {
    actor: systemActor(firm),
    readOnly,
    run: async (ctx) => {
      const form = await ctx.db
        .selectFrom('leadForms')
        .selectAll()
        .where('tenantId', '=', ctx.tenantId)
        .where('token', '=', token)
        .where('active', '=', true)
        .executeTakeFirst()
      if (!form) throw notFound('leads.formNotFound')
      return run(ctx, form)
    },
  })
}

/** Faults of the firm's own fields, which are found while the party is written. */
function faultsAtFields(error: unknown): EntryFault[] | null {
  if (!(error instanceof AppError) || !error.options.fields) return null
  return error.options.fields.map(({ path, code, params }) => ({
    name: path,
    code,
    ...(params && { params }),
  }))
}
