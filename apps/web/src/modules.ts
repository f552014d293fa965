import { activitiesWeb } from '@peyvand/activities/web'
import { calendarWeb } from '@peyvand/calendar/web'
import { catalogWeb } from '@peyvand/catalog/web'
import { channelsWeb } from '@peyvand/channels/web'
import { customizationWeb } from '@peyvand/customization/web'
import { documentsWeb } from '@peyvand/documents/web'
import { historyWeb } from '@peyvand/history/web'
import { identityWeb } from '@peyvand/identity/web'
import { importsWeb } from '@peyvand/imports/web'
import { integrationsWeb } from '@peyvand/integrations/web'
import { leadsWeb } from '@peyvand/leads/web'
import { lettersWeb } from '@peyvand/letters/web'
import { notificationsWeb } from '@peyvand/notifications/web'
import { partiesWeb } from '@peyvand/parties/web'
import { pipelineWeb } from '@peyvand/pipeline/web'
import type { WebModule } from '@peyvand/platform/web'
import { recordsWeb } from '@peyvand/records/web'
import { referralsWeb } from '@peyvand/referrals/web'
import { templatesWeb } from '@peyvand/templates/web'

/** Every module of the staff app: the one list. */
export const modules: readonly WebModule[] = [
  identityWeb,
  customizationWeb,
  historyWeb,
  partiesWeb,
  activitiesWeb,
  calendarWeb,
  referralsWeb,
  importsWeb,
  recordsWeb,
  leadsWeb,
  pipelineWeb,
  catalogWeb,
  documentsWeb,
  templatesWeb,
  lettersWeb,
  channelsWeb,
  integrationsWeb,
  notificationsWeb,
]
