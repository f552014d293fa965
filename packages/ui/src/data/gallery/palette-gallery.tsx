import { Building2, CirclePlus, FileText, Search, UserRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { Row, Specimen } from '../../gallery/specimen.tsx'
import { useWords } from '../../gallery/words.ts'
import { toast } from '../../overlays/toast.ts'
import { matchesText } from '../option-search.ts'
import { CommandPalette, type PaletteItem } from '../palette/command-palette.tsx'
import { usePaletteShortcut } from '../palette/use-palette-shortcut.ts'

export const PaletteGallery = () => {
  const say = useWords()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  usePaletteShortcut(() => setOpen((before) => !before))
  const item = (id: string, label: string, rest: Partial<PaletteItem> = {}): PaletteItem => ({
    id,
    label,
    onAction: () => toast({ title: label }),
    ...rest,
  })
  const commands = [
    item('new-party', say('ایجاد مشتری', 'New customer'), { icon: <CirclePlus />, shortcut: 'C P' }),
    item('new-letter', say('ثبت نامهٔ وارده', 'Register a letter'), { icon: <FileText />, shortcut: 'C L' }),
  ]
  const parties = [
    item('sepehr', say('داروسازی سپهر', 'Sepehr Pharma'), {
      icon: <Building2 />,
      description: say('مشتری، تهران', 'Customer, Tehran'),
    }),
    item('rezaei', say('بهرام رضایی', 'Bahram Rezaei'), {
      icon: <UserRound />,
      description: say('مدیر خرید داروسازی سپهر', 'Buyer at Sepehr Pharma'),
    }),
  ]
  const matching = (items: readonly PaletteItem[]) =>
    items.filter(({ label, description = '' }) => matchesText(`${label} ${description}`, text))
  return (
    <Specimen title={say('جست‌وجو و فرمان', 'Command palette')}>
      <Row>
        <Button icon={<Search />} onPress={() => setOpen(true)}>
          {say('باز کردن جست‌وجو', 'Open search')}
        </Button>
      </Row>
      <CommandPalette
        isOpen={isOpen}
        onOpenChange={setOpen}
        onQuery={setText}
        recent={parties.slice(1)}
        sections={[
          { id: 'commands', title: say('فرمان‌ها', 'Commands'), items: matching(commands) },
          { id: 'parties', title: say('مخاطبان', 'Parties'), items: text === '' ? [] : matching(parties) },
        ]}
      />
    </Specimen>
  )
}
