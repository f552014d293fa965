export { identityWeb } from './module.ts'
export { saveOwnPreference } from './own-preference.ts'
export { signOut } from './sign-out.ts'
