import { fa as customization } from '@peyvand/customization/contract/fa'
import { fa as identity } from '@peyvand/identity/contract/fa'
import { fa as platform } from '@peyvand/platform/contract/fa'
import { shellFa } from './shell-fa.ts'

export const texts: Record<string, string> = { ...platform, ...shellFa, ...identity, ...customization }
