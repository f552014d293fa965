// Every text exists in both languages, is a valid ICU message, and names the same values in both.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

type Texts = Record<string, string>

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['platform', ...readdirSync(`${root}modules`).map((name) => `modules/${name}`)]
const faults: string[] = []
const owners = new Map<string, string>()

for (const folder of folders) {
  const { fa } = (await import(`${root}${folder}/contract/fa.ts`)) as { fa: Texts }
  const { en } = (await import(`${root}${folder}/contract/en.ts`)) as { en: Texts }
  for (const key of new Set([...Object.keys(fa), ...Object.keys(en)])) {
    const name = `${folder}: ${key}`
    const [persian, english] = [fa[key], en[key]]
    if (!persian?.trim() || !english?.trim()) {
      faults.push(`${name} is missing in ${persian?.trim() ? 'en' : 'fa'}`)
      continue
    }
    if (owners.has(key)) faults.push(`${name} stands in ${owners.get(key)} too`)
    owners.set(key, folder)
    if (/[يك]/.test(persian)) faults.push(`${name} has Arabic letters`)
    const [inPersian, inEnglish] = [values(name, persian), values(name, english)]
    if (inPersian !== inEnglish)
      faults.push(`${name} names other values: fa {${inPersian}}, en {${inEnglish}}`)
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}

function values(name: string, message: string): string {
  try {
    return [...new Set(names(parse(message, { ignoreTag: true })))].sort().join(', ')
  } catch (error) {
    faults.push(`${name}: ${(error as Error).message} in «${message}»`)
    return ''
  }
}

function names(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return []
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => names(option.value))
        : []
    return element.type === TYPE.tag ? names(element.children) : [element.value, ...inner]
  })
}
