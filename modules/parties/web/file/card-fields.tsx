import type { Party } from '../../contract/index.ts'
import { ownKeys, useLayout } from '../groups/use-layout.ts'
import { FileFieldRow } from './field-list.tsx'
import { type FileField, identifierFields, mainFields, moreFields } from './file-fields.ts'
import { OwnFieldRow, usePartyFields } from './own-field-list.tsx'

/** The fields that the layout of the party's groups puts at hand, built-in and own ones in one order. */
export const CardFields = ({ party }: { party: Party }) => {
  const { card } = useCardLayout(party)
  const builtIn = new Map(allFields(party).map((field) => [field.name as string, field]))
  const own = new Map(usePartyFields(party).map((field) => [`custom.${field.key}`, field]))
  return (
    <dl className="flex flex-col">
      {card.map((name) => {
        const [field, ownField] = [builtIn.get(name), own.get(name)]
        if (ownField) return <OwnFieldRow key={name} party={party} field={ownField} />
        return field ? <FileFieldRow key={name} party={party} field={field} /> : null
      })}
    </dl>
  )
}

/** Names in the card, and own keys that therefore do not stand under their section again. */
export function useCardLayout(party: Party) {
  const { card } = useLayout(
    party.kind,
    party.groups.flatMap(({ key, until }) => (until === null ? [key] : [])),
  )
  return { card, own: new Set(ownKeys(card)) }
}

const allFields = ({ kind }: Party): FileField[] => [
  ...mainFields(kind),
  ...identifierFields(kind),
  ...moreFields(kind),
]

/** Built-in fields of a party that the card leaves over, for the folded parts under it. */
export const leftOver = (fields: readonly FileField[], card: readonly string[]): FileField[] =>
  fields.filter(({ name }) => !card.includes(name))
