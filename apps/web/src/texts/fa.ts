import { fa as activities } from '@peyvand/activities/contract/fa'
import { fa as calendar } from '@peyvand/calendar/contract/fa'
import { fa as catalog } from '@peyvand/catalog/contract/fa'
import { fa as channels } from '@peyvand/channels/contract/fa'
import { fa as customization } from '@peyvand/customization/contract/fa'
import { fa as documents } from '@peyvand/documents/contract/fa'
import { fa as files } from '@peyvand/files/contract/fa'
import { fa as history } from '@peyvand/history/contract/fa'
import { fa as identity } from '@peyvand/identity/contract/fa'
import { fa as imports } from '@peyvand/imports/contract/fa'
import { fa as integrations } from '@peyvand/integrations/contract/fa'
import { fa as leads } from '@peyvand/leads/contract/fa'
import { fa as letters } from '@peyvand/letters/contract/fa'
import { fa as notifications } from '@peyvand/notifications/contract/fa'
import { fa as parties } from '@peyvand/parties/contract/fa'
import { fa as pipeline } from '@peyvand/pipeline/contract/fa'
import { fa as platform } from '@peyvand/platform/contract/fa'
import { fa as records } from '@peyvand/records/contract/fa'
import { fa as referrals } from '@peyvand/referrals/contract/fa'
import { fa as templates } from '@peyvand/templates/contract/fa'
import { shellFa } from './shell-fa.ts'

export const texts: Record<string, string> = {
  ...platform,
  ...shellFa,
  ...identity,
  ...customization,
  ...files,
  ...history,
  ...parties,
  ...activities,
  ...calendar,
  ...referrals,
  ...imports,
  ...records,
  ...pipeline,
  ...catalog,
  ...documents,
  ...templates,
  ...leads,
  ...letters,
  ...channels,
  ...integrations,
  ...notifications,
}
