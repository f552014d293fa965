import { getPreferences } from '@peyvand/platform/web'

/** Tehran and the zones of neighbours and trade; any other IANA zone stays when the API has set it. */
const zones = [
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Dushanbe',
  'Asia/Baghdad',
  'Asia/Dubai',
  'Asia/Baku',
  'Asia/Yerevan',
  'Europe/Istanbul',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Shanghai',
  'America/Toronto',
  'America/Los_Angeles',
]

export function timeZoneOptions(current?: string): { id: string; label: string }[] {
  const { locale } = getPreferences()
  const all = current && !zones.includes(current) ? [...zones, current] : zones
  return all.map((id) => {
    const parts = new Intl.DateTimeFormat(locale === 'fa' ? 'fa-IR' : 'en-US', {
      timeZone: id,
      timeZoneName: 'longGeneric',
    }).formatToParts(new Date())
    return { id, label: parts.find(({ type }) => type === 'timeZoneName')?.value ?? id }
  })
}
