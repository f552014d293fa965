import { type Import, type ImportTemplate, listImportTemplatesRoute } from '@peyvand/imports/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { Button, Menu, MenuItem, MenuSeparator, MenuTrigger, toast } from '@peyvand/ui'
import { ChevronDown, Save } from 'lucide-react'
import { useState } from 'react'
import type { ChangeImport } from '../wizard/use-import-change.ts'
import { layTemplate } from './column-rules.ts'
import { DeleteTemplatesDialog } from './delete-templates-dialog.tsx'
import { SaveTemplateDialog } from './save-template-dialog.tsx'

type Props = { imported: Import; change: ChangeImport }

/** Mappings kept for files of the same make: loaded, saved, deleted. */
export const TemplateButtons = ({ imported, change }: Props) => {
  const t = useT()
  const { record, columns } = imported
  const { data } = useRoute(listImportTemplatesRoute, { query: { record } })
  const [open, setOpen] = useState<'save' | 'delete' | null>(null)
  const templates = data?.items ?? []

  const load = ({ name, mapping }: ImportTemplate) => {
    const laid = layTemplate(columns, mapping)
    if (laid.every(({ field }) => field === null)) {
      toast({ kind: 'warn', title: t('imports.templates.noneFits', { name }) })
      return
    }
    change({ mapping: laid, settings: mapping.settings })
    toast({ kind: 'ok', title: t('imports.templates.loaded', { name }) })
  }
  return (
    <>
      {templates.length > 0 && (
        <MenuTrigger>
          <Button size="small" kind="quiet">
            {t('imports.templates.load')}
            <ChevronDown size={14} aria-hidden />
          </Button>
          <Menu aria-label={t('imports.templates.load')}>
            {templates.map((template) => (
              <MenuItem key={template.id} onAction={() => load(template)}>
                {template.name}
              </MenuItem>
            ))}
            <MenuSeparator />
            <MenuItem isDanger onAction={() => setOpen('delete')}>
              {t('imports.templates.manage')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      )}
      <Button size="small" kind="quiet" icon={<Save size={14} aria-hidden />} onPress={() => setOpen('save')}>
        {t('imports.templates.save')}
      </Button>
      {open === 'save' && (
        <SaveTemplateDialog
          imported={imported}
          names={templates.map(({ name }) => name)}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'delete' && <DeleteTemplatesDialog templates={templates} onClose={() => setOpen(null)} />}
    </>
  )
}
