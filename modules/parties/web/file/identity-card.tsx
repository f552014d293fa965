import { useT } from '@peyvand/platform/web'
import { Card, Disclosure, lazyPart } from '@peyvand/ui'
import type { Party } from '../../contract/index.ts'
import { CardFields, leftOver, useCardLayout } from './card-fields.tsx'
import { ContactWays } from './contact-ways.tsx'
import { FieldList } from './field-list.tsx'
import { identifierFields, mainFields, moreFields } from './file-fields.ts'
import { GroupChips } from './group-chips.tsx'
import { Notes } from './notes.tsx'
import { OwnFieldGroups } from './own-field-list.tsx'
import { TagEditor } from './tag-editor.tsx'

// The cities of the country come with it.
const AddressList = lazyPart(async () => (await import('./address-list.tsx')).AddressList)

/** Who the party is: ways to reach it, groups, owner, tags and fields, each written in place. */
export const IdentityCard = ({ party }: { party: Party }) => {
  const t = useT()
  const { card, own } = useCardLayout(party)
  return (
    <Card className="self-start">
      <div className="flex flex-col gap-3.5 divide-y divide-line [&>*:not(:last-child)]:pb-3.5">
        <ContactWays party={party} />
        <GroupChips party={party} />
        <TagEditor party={party} />
        <CardFields party={party} />
        <OwnFieldGroups party={party} except={own} />
        {party.addresses.length > 0 && <AddressList id={party.id} addresses={party.addresses} />}
        <Notes party={party} />
        <div>
          <Disclosure title={t('parties.form.identifiers')}>
            <FieldList party={party} fields={leftOver(identifierFields(party.kind), card)} />
          </Disclosure>
          <Disclosure title={t('parties.file.moreFields')}>
            <FieldList
              party={party}
              fields={leftOver([...mainFields(party.kind), ...moreFields(party.kind)], card)}
            />
          </Disclosure>
        </div>
      </div>
    </Card>
  )
}
