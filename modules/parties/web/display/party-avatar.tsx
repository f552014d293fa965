import { fileUrl } from '@peyvand/files/web'
import { Avatar, type AvatarProps } from '@peyvand/ui'
import type { PartyKind } from '../../contract/index.ts'

type Props = {
  party: { name: string; kind: PartyKind; photoFileId?: string | null }
  size?: AvatarProps['size']
}

/** Photo or initials; persons are round, organisations square. */
export const PartyAvatar = ({ party, size = 28 }: Props) => (
  <Avatar
    name={party.name}
    size={size}
    shape={party.kind === 'person' ? 'round' : 'square'}
    {...(party.photoFileId && { src: fileUrl(party.photoFileId, { inline: true }) })}
  />
)
