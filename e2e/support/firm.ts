import {
  acceptInvitationRoute,
  getSessionRoute,
  inviteUserRoute,
  listRolesRoute,
  signInRoute,
} from '@peyvand/identity/contract'
import type { Locale, ReadyRole } from '@peyvand/platform/contract'
import { type Caller, call } from './caller.ts'
import { runCommand, runningProgram } from './program.ts'

/** Somebody who works in a firm, signed in for requests. */
export interface Person extends Caller {
  id: string
  name: string
  email: string
  password: string
}

export interface Firm {
  name: string
  locale: Locale
  administrator: Person
  /** Another person with one of the ready roles, who has followed the invitation. */
  join(name: string, role: ReadyRole): Promise<Person>
}

const password = 'چهار اسب در باران'

/** Makes a firm by the command line and signs its administrator in. */
export async function makeFirm(name: string, locale: Locale = 'fa'): Promise<Firm> {
  const email = newEmail()
  const administratorName = locale === 'fa' ? 'مریم کاظمی' : 'Mary Kazemi'
  const options = { name, email, administrator: administratorName, 'firm-locale': locale }
  const words = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value])
  await runCommand(['firm', 'create', ...words, '--password-stdin'], { input: password })
  const office = { address: runningProgram().address, from: newNetwork() }
  const caller: Caller = { ...office, cookie: '' }
  await call(caller, signInRoute, { body: { email, password } })
  const administrator = await person(caller, { email, password })
  const { items: roles } = await call(administrator, listRolesRoute, {})
  return {
    name,
    locale,
    administrator,
    join: async (colleagueName, role) => {
      const invited = newEmail()
      const roleIds = roles.filter(({ key }) => key === role).map(({ id }) => id)
      const { invitation } = await call(administrator, inviteUserRoute, {
        body: { name: colleagueName, email: invited, roleIds },
      })
      const colleague: Caller = { ...office, cookie: '' }
      const token = new URL(invitation.url).hash.slice(1)
      await call(colleague, acceptInvitationRoute, { body: { token, password } })
      return person(colleague, { email: invited, password })
    },
  }
}

async function person(caller: Caller, known: { email: string; password: string }): Promise<Person> {
  const { user } = await call(caller, getSessionRoute, {})
  return { ...caller, ...known, id: user.id, name: user.name }
}

let made = 0
/** Journeys run in several processes against one program. */
const unique = () => `${process.pid}.${++made}`
const newEmail = () => `person.${unique()}@example.com`

function newNetwork(): string {
  const [process, number] = unique().split('.').map(Number) as [number, number]
  return `10.${(process >> 8) % 256}.${process % 256}.${number % 250}`
}
