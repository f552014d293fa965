export { identityWeb } from './module.ts'
export { saveOwnPreference } from './own-preference.ts'
export { signOut } from './sign-out.ts'
export { finishSigningOut, isSigningOut } from './signing-out.ts'
