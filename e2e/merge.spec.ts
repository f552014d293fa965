import { createPartyRoute, findDuplicatePairsRoute, getPartyRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'
import { finished } from './support/work.ts'

for (const locale of ['fa', 'en'] as const) {
  const t = wordsOf(locale)
  test(`duplicates are found, compared and merged, and the merge is taken back (${locale})`, async ({
    page,
    openAs,
  }) => {
    test.setTimeout(120_000)
    const { administrator } = await makeFirm('شرکت یکتا', locale)
    const make = (given: object) =>
      call(administrator, createPartyRoute, {
        body: {
          kind: 'person',
          contactPoints: [{ type: 'mobile', value: '09121112233' }],
          acceptDuplicates: true,
          ...given,
        },
      })
    const kept = await make({ firstName: 'علی', lastName: 'رضایی', jobTitle: 'مدیر', brandName: 'البرز' })
    const merged = await make({ firstName: 'علی', lastName: 'رضائی', jobTitle: 'کارشناس' })
    const other = await make({ firstName: 'مریم', lastName: 'کریمی', contactPoints: [] })
    await make({ firstName: 'مریم', lastName: 'کریمی', contactPoints: [] })
    const { operationId } = await call(administrator, findDuplicatePairsRoute, {})
    await finished(administrator, operationId)

    await test.step('the surest pair comes first, with what is preferred', async () => {
      await openAs(administrator, '/parties/duplicates')
      const panel = page.getByRole('region', { name: t('parties.duplicates.compare') })
      await expect(panel.getByRole('radio', { name: t('parties.duplicates.stays') })).toBeChecked()
      const jobTitle = panel.getByRole('group', { name: t('parties.field.jobTitle') })
      await jobTitle.getByRole('radio', { name: 'مدیر' }).check()
      await panel.getByRole('button', { name: t('parties.duplicates.merge'), exact: true }).click()
      await expect(page.getByText(t('parties.duplicates.merged', { name: kept.name }))).toBeVisible()
      expect(await call(administrator, getPartyRoute, { params: { id: merged.id } })).toMatchObject({
        id: kept.id,
        mergedInto: kept.id,
        jobTitle: 'مدیر',
      })
    })

    await test.step('the next pair comes by itself and is no duplicate', async () => {
      const panel = page.getByRole('region', { name: t('parties.duplicates.compare') })
      await expect(panel.getByRole('link', { name: other.name }).first()).toBeVisible()
      await page.keyboard.press('d')
      await expect(page.getByText(t('parties.duplicates.none'))).toBeVisible()
    })

    await test.step('the old address opens the file that stayed, until the merge is undone', async () => {
      await openAs(administrator, `/parties/${merged.id}`)
      await expect(page).toHaveURL(new RegExp(`/parties/${kept.id}$`))
      await expect(page.getByText(t('parties.timeline.merged'))).toBeVisible()
      await page.getByRole('button', { name: t('operations.title') }).click()
      await page
        .getByRole('button', { name: t('web.undo') })
        .first()
        .click()
      await expect
        .poll(async () => (await call(administrator, getPartyRoute, { params: { id: merged.id } })).id)
        .toBe(merged.id)
    })
  })
}
