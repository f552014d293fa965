import { signInRoute } from '@peyvand/identity/contract'
import type { Page } from '@playwright/test'
import { totpCode, totpStep } from '../modules/identity/server/totp.ts'
import { tryCall } from './support/caller.ts'
import { type Firm, makeFirm, type Person } from './support/firm.ts'
import { runningProgram } from './support/program.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

let firm: Firm
test.beforeAll(async () => {
  firm = await makeFirm('شرکت ورود')
})

const t = wordsOf('fa')

test('a wrong password is told in the language of the page, and the right one opens the firm', async ({
  page,
}) => {
  const person = await firm.join('سارا محمدی', 'salesperson')
  await page.goto(`${runningProgram().address}/parties`)
  await expect(page.getByRole('heading', { name: t('identity.ui.signIn.title') })).toBeVisible()
  await signIn(page, { ...person, password: 'نادرست نادرست' })
  await expect(page.getByText(t('error.signIn.wrong'))).toBeVisible()
  await page.getByRole('radio', { name: 'English' }).click()
  const en = wordsOf('en')
  await expect(page.getByRole('heading', { name: en('identity.ui.signIn.title') })).toBeVisible()
  await page.getByLabel(en('identity.user.email')).fill(person.email)
  await page.getByLabel(en('identity.ui.password'), { exact: true }).fill('wrong wrong wrong')
  await page.getByRole('button', { name: en('identity.ui.signIn.submit') }).click()
  await expect(page.getByText(en('error.signIn.wrong'))).toBeVisible()
  await page.getByLabel(en('identity.ui.password'), { exact: true }).fill(person.password)
  await page.getByRole('button', { name: en('identity.ui.signIn.submit') }).click()
  // The profile is Persian, whatever the language of the page before it.
  await expect(page).toHaveURL(/\/parties$/)
  await expect(page.getByRole('button', { name: t('shell.userMenu', { name: person.name }) })).toBeVisible()
})

test('a second step is switched on in the profile, asked at the next sign-in, and no code serves twice', async ({
  page,
  openAs,
}) => {
  const person = await firm.join('رضا نوری', 'salesperson')
  await openAs(person, '/profile?tab=security')
  await page.getByRole('button', { name: t('identity.ui.twoFactor.start') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('identity.ui.password'), { exact: true }).fill(person.password)
  await dialog.getByRole('button', { name: t('identity.ui.continue') }).click()
  await expect(dialog.getByRole('img', { name: t('identity.ui.twoFactor.qr') })).toBeVisible()
  const secret = await dialog.getByText(/^[A-Z2-7]{32}$/).innerText()
  const used = totpCode(secret, totpStep(new Date()))
  await dialog.getByLabel(t('identity.ui.twoFactor.code')).fill(used)
  await dialog.getByRole('button', { name: t('identity.ui.twoFactor.confirm') }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(10)
  const [backupCode = ''] = await dialog.getByRole('listitem').allInnerTexts()
  await dialog.getByRole('button', { name: t('identity.ui.backupCodes.kept') }).click()

  await signOut(page, person)
  await signIn(page, person)
  const code = page.getByLabel(t('identity.ui.code'))
  await code.fill(used)
  await page.getByRole('button', { name: t('identity.ui.signIn.submit') }).click()
  await expect(page.getByText(t('error.signIn.wrongCode'))).toBeVisible()
  await code.fill(totpCode(secret, totpStep(new Date()) + 1))
  await page.getByRole('button', { name: t('identity.ui.signIn.submit') }).click()

  await signOut(page, person)
  await signIn(page, person)
  await code.fill(backupCode)
  await page.getByRole('button', { name: t('identity.ui.signIn.submit') }).click()
  await expect(page.getByRole('button', { name: t('shell.userMenu', { name: person.name }) })).toBeVisible()
})

test('a passkey of the device signs in without a password, each answer once, until it is removed', async ({
  page,
}) => {
  const person = await firm.join('نگار یزدانی', 'salesperson')
  // Browsers know passkeys at names, not at numbers.
  const address = runningProgram().address.replace('127.0.0.1', 'localhost')
  await withAuthenticator(page)
  await page.goto(address)
  await signIn(page, person)
  await expect(page.getByRole('button', { name: t('shell.userMenu', { name: person.name }) })).toBeVisible()
  await page.goto(`${address}/profile?tab=security`)
  await page.getByRole('button', { name: t('identity.ui.passkeys.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('identity.ui.password'), { exact: true }).fill(person.password)
  await dialog.getByRole('button', { name: t('identity.ui.continue') }).click()
  const passkeys = page.getByRole('list', { name: t('identity.ui.passkeys') }).getByRole('listitem')
  await expect(passkeys).toHaveCount(1)

  await signOut(page, person)
  const used = page.waitForRequest((request) => request.url().endsWith('/session/passkey'))
  await page.getByRole('button', { name: t('identity.ui.passkeys.signIn') }).click()
  await expect(page.getByRole('button', { name: t('shell.userMenu', { name: person.name }) })).toBeVisible()
  const answer = (await used).postDataJSON() as object
  const again = await page.request.post(`${address}/api/v1/session/passkey`, {
    data: answer,
    headers: { origin: address },
  })
  expect([again.status(), await again.json()]).toMatchObject([403, { code: 'passkeys.refused' }])

  await page.goto(`${address}/profile?tab=security`)
  await page
    .getByRole('button', { name: t('identity.ui.passkeys.remove', { name: 'Chrome · Linux' }) })
    .click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('web.delete') })
    .click()
  await expect(passkeys).toHaveCount(0)
  await signOut(page, person)
  await page.getByRole('button', { name: t('identity.ui.passkeys.signIn') }).click()
  await expect(page.getByText(t('error.passkeys.refused'))).toBeVisible()
})

test('after ten failures the account is locked for a while, even for the right password', async ({
  page,
}) => {
  const person = await firm.join('لیلا احمدی', 'secretary')
  const { email } = person
  const guesses = Array.from({ length: 10 }, (_, i) => `guess number ${i}`)
  for (const password of guesses)
    expect(
      (await tryCall({ ...person, cookie: '' }, signInRoute, { body: { email, password } })).status,
    ).toBe(401)
  await page.goto(runningProgram().address)
  await signIn(page, person)
  await expect(page.getByText(t('error.signIn.locked', { minutes: 15 }))).toBeVisible()
})

async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.getByLabel(t('identity.user.email')).fill(email)
  await page.getByLabel(t('identity.ui.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('identity.ui.signIn.submit'), exact: true }).click()
}

async function signOut(page: Page, { name }: Person): Promise<void> {
  await page.getByRole('button', { name: t('shell.userMenu', { name }) }).click()
  await page.getByRole('menuitem', { name: t('shell.signOut') }).click()
  await expect(page.getByRole('heading', { name: t('identity.ui.signIn.title') })).toBeVisible()
}

/** A device with a fingerprint sensor that always knows its owner. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
