import { matchName, searchKey } from '@peyvand/persian'
import {
  familyNames,
  femaleNames,
  firmFields,
  firmKinds,
  firmNames,
  maleNames,
  places,
  subjects,
} from '../apps/server/sample-data/words.ts'

/** A name with the columns that the program keeps beside it, made by the program's own normaliser. */
export interface MadeName {
  display: string
  first: string | null
  last: string | null
  search: string
  match: string
}

const firstNames = [...femaleNames, ...maleNames]
const secondFamilies = ['', 'تهرانی', 'اصل', 'مقدم', 'فرد', 'یزدی', 'تبریزی', 'نوری', 'خراسانی']
/** Only in files to import, so that their names are new to the firm. */
const importedFamilies = ['گیلانی', 'مازندرانی', 'کرمانی', 'بوشهری', 'همدانی', 'زنجانی', 'اردبیلی', 'ایلامی']

/** Every person name of the firm, each once. */
export const personNames = (): MadeName[] => persons(secondFamilies)

/** Person names that the firm does not have. */
export const newPersonNames = (): MadeName[] => persons(importedFamilies)

const persons = (seconds: readonly string[]): MadeName[] =>
  seconds.flatMap((second) =>
    familyNames.flatMap((family) =>
      firstNames.map((first) => {
        const last = second ? `${family} ${second}` : family
        return made(`${first} ${last}`, first, last)
      }),
    ),
  )

/** Every organisation name of the firm, each once. */
export function organizationNames(): MadeName[] {
  const cities = [...new Set(places.map(({ city }) => city))]
  return [...new Set(firmKinds)].flatMap((kind) =>
    firmFields.flatMap((field) =>
      firmNames.flatMap((name) => cities.map((city) => made(`${kind} ${field} ${name} ${city}`, null, null))),
    ),
  )
}

const made = (display: string, first: string | null, last: string | null): MadeName => ({
  display,
  first,
  last,
  search: searchKey(display),
  match: matchName(display),
})

export type MadeKind = keyof typeof subjects

/** Subjects of activities by kind. */
export const madeSubjects: readonly { kind: MadeKind; subject: string; search: string }[] = (
  Object.keys(subjects) as MadeKind[]
).flatMap((kind) => subjects[kind].map((subject) => ({ kind, subject, search: searchKey(subject) })))
