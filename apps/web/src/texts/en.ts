import { en as customization } from '@peyvand/customization/contract/en'
import { en as identity } from '@peyvand/identity/contract/en'
import { en as platform } from '@peyvand/platform/contract/en'
import { shellEn } from './shell-en.ts'

export const texts: Record<string, string> = { ...platform, ...shellEn, ...identity, ...customization }
