import type { RecordKind } from '../../contract/index.ts'

/** What the forms of a kind hold. */
export type KindValues = Pick<
  RecordKind,
  'nameFa' | 'nameEn' | 'pluralFa' | 'pluralEn' | 'icon' | 'color' | 'party' | 'states' | 'titlePattern'
>

export const emptyKind: KindValues = {
  nameFa: '',
  nameEn: '',
  pluralFa: '',
  pluralEn: '',
  icon: 'folder',
  color: 'blue',
  party: 'optional',
  states: [],
  titlePattern: null,
}

/** The names as they are sent; Persian ones stand in for English ones that were left out. */
export function namesOf({ nameFa, nameEn, pluralFa, pluralEn }: KindValues) {
  return {
    nameFa: nameFa.trim(),
    pluralFa: pluralFa.trim(),
    nameEn: nameEn.trim() || nameFa.trim(),
    pluralEn: pluralEn.trim() || pluralFa.trim(),
  }
}

/** What a form may be opened with. */
export const valuesOfKind = ({
  nameFa,
  nameEn,
  pluralFa,
  pluralEn,
  icon,
  color,
  party,
  states,
  titlePattern,
}: RecordKind): KindValues => ({
  nameFa,
  nameEn,
  pluralFa,
  pluralEn,
  icon,
  color,
  party,
  states,
  titlePattern,
})
