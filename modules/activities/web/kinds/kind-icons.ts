import {
  CircleCheckBig,
  FileText,
  type LucideIcon,
  Mail,
  MessageSquareText,
  Phone,
  Printer,
  Send,
  Users,
} from 'lucide-react'
import type { ActivityKind } from '../../contract/index.ts'

/** The picture of each kind, the same everywhere. */
export const kindIcons: Readonly<Record<ActivityKind, LucideIcon>> = {
  letter: FileText,
  fax: Printer,
  call: Phone,
  task: CircleCheckBig,
  meeting: Users,
  email: Mail,
  sms: MessageSquareText,
  telegram: Send,
}
