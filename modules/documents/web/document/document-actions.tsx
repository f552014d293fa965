import { usePermission, useT } from '@peyvand/platform/web'
import {
  Button,
  ButtonLink,
  IconButton,
  lazyPart,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@peyvand/ui'
import {
  Ban,
  Check,
  CheckCheck,
  Copy,
  Ellipsis,
  Eye,
  FilePlus2,
  GitBranch,
  Pencil,
  RotateCcw,
  Stamp,
  Trash2,
  Undo2,
  X,
} from 'lucide-react'
import { useState } from 'react'
import { type Document, type DocumentKind, documentKinds } from '../../contract/index.ts'
import { PaperActions } from '../paper/paper-actions.tsx'
import type { Decision } from './decision-dialog.tsx'
import { nextKind } from './next-kind.ts'
import { useDocumentActions } from './use-document-actions.tsx'

const ConvertDialog = lazyPart(async () => (await import('./convert-dialog.tsx')).ConvertDialog)
const DecisionDialog = lazyPart(async () => (await import('./decision-dialog.tsx')).DecisionDialog)

type Open = { decision: Decision } | { kind: DocumentKind } | null

/** What the reader may do with the document: what comes next first, the rest in the menu. */
export const DocumentActions = ({ document }: { document: Document }) => {
  const t = useT()
  const explains = usePermission('roles.manage')
  const [open, setOpen] = useState<Open>(null)
  const actions = useDocumentActions(document)
  const { act, isBusy } = actions
  const { can, id, convertsTo } = document
  const close = () => setOpen(null)
  const next = can.convert ? nextKind(document) : undefined
  const others = can.convert ? convertsTo.filter((kind) => kind !== next) : []
  // One way forward is the primary one: the answer of the other side comes before the next document.
  const isAnswered = !can.accept
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can.issue && (
        <Button
          kind="primary"
          isPending={isBusy}
          icon={<Stamp size={16} aria-hidden />}
          onPress={() => void act('issue')}
        >
          {t('documents.act.issue')}
        </Button>
      )}
      {can.withdraw && (
        <Button
          isDisabled={isBusy}
          icon={<Undo2 size={16} aria-hidden />}
          onPress={() => void act('withdraw')}
        >
          {t('documents.act.withdraw')}
        </Button>
      )}
      {can.accept && (
        <Button
          kind={document.status === 'issued' ? 'primary' : 'secondary'}
          icon={<Check size={16} aria-hidden />}
          onPress={() => setOpen({ decision: 'accept' })}
        >
          {t('documents.act.accept')}
        </Button>
      )}
      {next && (
        <Button
          kind={isAnswered ? 'primary' : 'secondary'}
          icon={<FilePlus2 size={16} aria-hidden />}
          onPress={() => setOpen({ kind: next })}
        >
          {t(`documents.make.${next}`)}
        </Button>
      )}
      {can.finish && (
        <Button
          kind={next ? 'secondary' : 'primary'}
          isDisabled={isBusy}
          icon={<CheckCheck size={16} aria-hidden />}
          onPress={() => void act('finish')}
        >
          {t('documents.act.finish')}
        </Button>
      )}
      {can.update && (
        <ButtonLink href={`/documents/${id}/edit`} icon={<Pencil size={16} aria-hidden />}>
          {t('web.edit')}
        </ButtonLink>
      )}
      {can.restore && (
        <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => void actions.restore()}>
          {t('documents.act.restore')}
        </Button>
      )}
      <PaperActions document={document} />
      <MenuTrigger>
        <IconButton label={t('web.more')} icon={<Ellipsis />} />
        <Menu aria-label={t('web.more')}>
          {others.length > 0 ? (
            <MenuSection title={t('documents.ui.makeOfIt')}>
              {others.map((kind) => (
                <MenuItem
                  key={kind}
                  icon={documentKinds[kind].sign < 0 ? <RotateCcw /> : <FilePlus2 />}
                  onAction={() => setOpen({ kind })}
                >
                  {t(`documents.make.${kind}`)}
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
          {can.revise ? (
            <MenuItem icon={<GitBranch />} onAction={() => void actions.revise()}>
              {t('documents.act.revise')}
            </MenuItem>
          ) : null}
          {can.copy ? (
            <MenuItem icon={<Copy />} onAction={() => void actions.copy()}>
              {t('documents.act.copy')}
            </MenuItem>
          ) : null}
          {can.reopen ? (
            <MenuItem icon={<Undo2 />} onAction={() => void act('reopen')}>
              {t('documents.act.reopen')}
            </MenuItem>
          ) : null}
          {can.reject ? (
            <MenuItem icon={<X />} onAction={() => setOpen({ decision: 'reject' })}>
              {t('documents.act.reject')}
            </MenuItem>
          ) : null}
          {explains ? (
            <MenuItem icon={<Eye />} href={`/settings/access?record=documents&recordId=${id}`}>
              {t('documents.ui.whoSees')}
            </MenuItem>
          ) : null}
          {can.cancel ? (
            <MenuItem icon={<Ban />} isDanger onAction={() => setOpen({ decision: 'cancel' })}>
              {t('documents.act.cancel')}
            </MenuItem>
          ) : null}
          {can.delete ? (
            <MenuItem icon={<Trash2 />} isDanger onAction={() => void actions.remove()}>
              {t('web.delete')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
      {open && 'decision' in open && (
        <DecisionDialog document={document} decision={open.decision} onClose={close} />
      )}
      {open && 'kind' in open && <ConvertDialog document={document} kind={open.kind} onClose={close} />}
    </div>
  )
}
