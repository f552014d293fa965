export { referralsWeb } from './module.ts'
