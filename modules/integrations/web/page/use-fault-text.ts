import { useT } from '@peyvand/platform/web'

/** Why an attempt failed: our words for our codes, the network's own words for the rest. */
export function useFaultText(): (fault: string) => string {
  const t = useT()
  return (fault) => {
    const known = t(`error.${fault}`, { host: '' })
    return known === `error.${fault}` ? fault : known
  }
}
