import {
  AtSign,
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  Phone,
  Printer,
  Send,
  Smartphone,
} from 'lucide-react'
import type { ContactPointType } from '../../contract/index.ts'

const icons: Record<ContactPointType, LucideIcon> = {
  mobile: Smartphone,
  phone: Phone,
  fax: Printer,
  email: Mail,
  website: Globe,
  telegram: Send,
  whatsapp: MessageCircle,
  bale: MessagesSquare,
  eitaa: MessagesSquare,
  rubika: MessagesSquare,
  instagram: AtSign,
  linkedin: AtSign,
  other: AtSign,
}

export const ContactIcon = ({ type, size = 16 }: { type: ContactPointType; size?: number }) => {
  const Icon = icons[type]
  return <Icon size={size} aria-hidden />
}
