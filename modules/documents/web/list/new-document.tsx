import { usePermission, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Menu, MenuItem, MenuTrigger } from '@peyvand/ui'
import { ChevronDown, Plus } from 'lucide-react'
import { type DocumentKind, documentKinds, kindsOfSide, type Side } from '../../contract/index.ts'
import { newDocumentPath, type StartedFrom } from '../new-document-path.ts'

type Props = {
  side: Side
  kind?: DocumentKind | null
  from?: StartedFrom
  size?: 'default' | 'small'
}

/** Begins a document of the kind in sight, or of one of its side. Returns are made of what they return. */
export const NewDocument = ({ side, kind = null, from = {}, size = 'default' }: Props) => {
  const t = useT()
  const mayCreate = usePermission('documents.create')
  const mayBuy = usePermission('documents.purchases')
  if (!mayCreate || (side === 'purchase' && !mayBuy)) return null
  const icon = <Plus size={16} aria-hidden />
  if (kind)
    return (
      <ButtonLink
        kind={size === 'small' ? 'secondary' : 'primary'}
        size={size}
        icon={icon}
        href={newDocumentPath(kind, from)}
      >
        {t('documents.ui.newTitle', { kind: t(`documents.kind.${kind}`).toLocaleLowerCase() })}
      </ButtonLink>
    )
  return (
    <MenuTrigger>
      <Button kind={size === 'small' ? 'secondary' : 'primary'} size={size} icon={icon}>
        {t('documents.ui.new')}
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Menu aria-label={t('documents.ui.new')}>
        {kindsOfSide(side)
          .filter((one) => documentKinds[one].sign >= 0)
          .map((one) => (
            <MenuItem key={one} href={newDocumentPath(one, from)}>
              {t(`documents.kind.${one}`)}
            </MenuItem>
          ))}
      </Menu>
    </MenuTrigger>
  )
}
