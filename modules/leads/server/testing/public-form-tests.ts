import type { Activity, ActivityRow } from '@peyvand/activities/contract'
import type { Party } from '@peyvand/parties/contract'
import { expect, test } from 'vitest'
import type { LeadForm } from '../../contract/index.ts'
import { done, filterOf, type LeadsFirm } from './leads-firm.ts'

/** What a public form does for visitors and for the firm; in one firm with the other tests of leads. */
export function publicFormTests({ tested, people, pass, leads, leadOf }: LeadsFirm): void {
  const formOf = (rest: object = {}) => ({
    name: 'فرم وب‌گاه',
    locale: 'fa',
    title: 'درخواست مشاوره',
    thanks: 'سپاسگزاریم.',
    consent: 'با تماس شما موافقم.',
    fields: [
      { field: 'lastName', required: true },
      { field: 'organization' },
      { field: 'mobile', required: true },
      { field: 'province' },
      { field: 'message' },
    ],
    sourceId: people.sources[0]?.id,
    ownerId: people.one.userId,
    byRules: false,
    followUpDays: 1,
    ...rest,
  })
  const pathOf = ({ url }: LeadForm) => new URL(url).pathname
  const shown = async (form: LeadForm) => tested.server.inject({ method: 'GET', url: pathOf(form) })
  const sent = (form: LeadForm, values: Record<string, string>) =>
    tested.server.inject({
      method: 'POST',
      url: pathOf(form),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(values).toString(),
      remoteAddress: `10.9.0.${Math.floor(Math.random() * 250)}`,
    })
  const stampIn = (page: string) => /name="_stamp" value="([^"]+)"/.exec(page)?.[1] ?? ''

  let form: LeadForm
  let stamp: string
  const values = () => ({ _stamp: stamp, _consent: 'on', lastName: 'رستمی', mobile: '۰۹۱۲۳۴۵۶۷۸۹' })

  test('is a page without script, session or frame, in its language, and asks for what it needs', async () => {
    const needs = await people.api.post<{ errors: { code: string }[] }>(
      '/leads/forms',
      formOf({ fields: [{ field: 'message' }], origins: ['https://a.example/x'] }),
    )
    expect(needs.body.errors.map(({ code }) => code)).toEqual([
      'leads.formNeedsName',
      'leads.formNeedsContact',
      'leads.badOrigin',
    ])
    form = await done(
      people.api.post<LeadForm>('/leads/forms', formOf({ origins: ['https://shop.example'] })),
    )
    const page = await shown(form)
    expect(page.statusCode).toBe(200)
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers['x-frame-options']).toBeUndefined()
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['content-security-policy']).toContain('frame-ancestors https://shop.example')
    expect(page.body).toContain('dir="rtl"')
    expect(page.body).not.toContain('<script')
    stamp = stampIn(page.body)
    expect((await tested.server.inject({ method: 'GET', url: `${pathOf(form)}x` })).statusCode).toBe(404)
  })

  test('shows problems at the fields and loses nothing; too quick, trapped and foreign stamps make no lead', async () => {
    const quick = await sent(form, values())
    expect([quick.statusCode, stampIn(quick.body)]).toEqual([400, stamp])
    pass(1)
    const wrong = await sent(form, { ...values(), mobile: '12', message: '"><b>x', _consent: '' })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('id="mobile-problem"')
    expect(wrong.body).toContain('id="_consent-problem"')
    expect(wrong.body).toContain('value="رستمی"')
    expect(wrong.body).not.toContain('<b>x')
    expect((await sent(form, { ...values(), homepage: 'http://spam' })).statusCode).toBe(303)
    expect((await sent(form, { ...values(), _stamp: `${stamp}x` })).statusCode).toBe(400)
    expect(await leads(people.api)).toEqual([])
  })

  test('makes party, lead, activity and follow-up of who it names, once however often it is sent', async () => {
    const filled = { ...values(), organization: 'آذرخش', province: '23', message: 'قیمت چاپگر؟' }
    const answers = [await sent(form, filled), await sent(form, filled)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const [lead, ...others] = await leads(people.api)
    expect(others).toEqual([])
    expect(lead).toMatchObject({
      name: 'رستمی',
      state: 'new',
      origin: 'form',
      owner: { id: people.one.userId },
      source: { id: people.sources[0]?.id },
      province: '23',
      clock: { state: 'due', respondBy: '2026-11-22T10:01:00.000Z' },
    })
    const id = lead?.id as string
    const party = await done(people.api.get<Party>(`/parties/${id}`))
    expect(party).toMatchObject({ sourceKind: 'form', sourceId: form.id, worksFor: { name: 'آذرخش' } })
    const found = await done(
      people.seller.get<{ items: ActivityRow[] }>(
        `/activities?sort=createdAt&filter=${filterOf('party', [id])}`,
      ),
    )
    expect(found.items.map(({ kind, status, owner }) => [kind, status, owner.id])).toEqual([
      ['email', 'done', people.one.userId],
      ['task', 'planned', people.one.userId],
    ])
    const entry = await done(people.api.get<Activity>(`/activities/${found.items[0]?.id}`))
    expect(entry).toMatchObject({ source: 'form', direction: 'incoming' })
    expect(entry.body).toContain('پیام شما: قیمت چاپگر؟')
    // The next working day.
    expect(found.items[1]?.dueAt?.slice(0, 10)).toBe('2026-11-23')
    expect((await leads(people.seller)).map(({ name }) => name)).toEqual(['رستمی'])
    expect(await leads(people.low)).toEqual([])
    expect(await leads(people.stranger)).toEqual([])
    expect((await people.stranger.get(`/parties/${id}/lead`)).status).toBe(404)
    expect((await people.low.post('/leads/forms', formOf())).status).toBe(403)
  })

  test('finds who is there by phone: the entry goes to that file and its owner', async () => {
    const customer = await done(
      people.api.post<Party>('/parties', {
        kind: 'person',
        lastName: 'کهن',
        groups: ['customers'],
        ownerId: people.two.userId,
        contactPoints: [{ type: 'mobile', value: '09351112233' }],
      }),
    )
    stamp = stampIn((await shown(form)).body)
    pass(1)
    expect(
      (await sent(form, { ...values(), lastName: 'نام دیگر', mobile: '+98 935 111 2233' })).statusCode,
    ).toBe(303)
    const lead = await leadOf(customer.id)
    expect(lead).toMatchObject({
      name: 'کهن',
      isOpen: true,
      owner: { id: people.two.userId },
      form: { id: form.id },
    })
    const keys = (await done(people.api.get<Party>(`/parties/${customer.id}`))).groups.map(({ key }) => key)
    expect(keys.toSorted()).toEqual(['customers', 'leads'])

    // A file that is nobody's goes to whoever follows up.
    await tested.committed({ ...people.one, everything: true }, (ctx) =>
      ctx.db
        .updateTable('parties')
        .set({ ownerId: null })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', customer.id)
        .execute(),
    )
    const again = { ...values(), mobile: '09351112233', message: 'دوباره' }
    expect((await sent(form, again)).statusCode).toBe(303)
    expect((await leadOf(customer.id)).owner?.id).toBe(people.one.userId)
    await done(
      people.api.put(`/leads/forms/${form.id}`, { version: form.version, form: formOf({ active: false }) }),
    )
    expect((await shown(form)).statusCode).toBe(404)
  })

  test('holds what is too long, not offered, or from nobody who can be reached; what is corrected is sent anew', async () => {
    const fields = [
      { field: 'lastName', required: true },
      { field: 'organization' },
      { field: 'mobile' },
      { field: 'email' },
      { field: 'province' },
      { field: 'message' },
      { field: 'custom.budget' },
    ]
    const budget = { record: 'parties', key: 'budget', type: 'money', labelFa: 'بودجه', labelEn: 'Budget' }
    await done(people.api.post('/custom-fields', budget))
    const asking = await done(
      people.api.post<LeadForm>('/leads/forms', formOf({ fields, followUpDays: null })),
    )
    const page = (await shown(asking)).body
    expect(page).toContain('به تومان')
    pass(1)
    const filled = { _stamp: stampIn(page), _consent: 'on', lastName: 'کوشا' }
    const wrong = await sent(asking, {
      ...filled,
      organization: 'س'.repeat(201),
      message: 'پ'.repeat(5001),
      province: 'none',
    })
    expect(wrong.statusCode).toBe(400)
    for (const name of ['organization', 'message', 'province', 'mobile'])
      expect(wrong.body).toContain(`id="${name}-problem"`)
    const lines = 'پ\r\n'.repeat(2500)
    const good = { ...filled, mobile: '09361112233', 'custom.budget': '۵۰ میلیون', message: lines }
    expect((await sent(asking, good)).statusCode).toBe(303)
    expect((await sent(asking, { ...good, message: 'یک پرسش دیگر' })).statusCode).toBe(303)
    const [lead] = (await leads(people.api)).filter(({ name }) => name === 'کوشا')
    expect(lead).toMatchObject({ custom: { budget: '500000000' }, phone: '+989361112233' })
    const of = `/activities?sort=createdAt&filter=${filterOf('party', [lead?.id])}`
    const { items } = await done(people.api.get<{ items: ActivityRow[] }>(of))
    expect(items).toHaveLength(2)
    const last = await done(people.api.get<Activity>(`/activities/${items[1]?.id}`))
    expect(last.body).toContain('پیام شما: یک پرسش دیگر')
    expect(last.body).toContain('با تماس شما موافقم.: ✓')
    // The number stands in the file, where it is kept from those who may not see it.
    const first = await done(people.api.get<Activity>(`/activities/${items[0]?.id}`))
    expect(first.body).not.toContain('0936')
  })
}
