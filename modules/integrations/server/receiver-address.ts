import { type App, AppError, allowedAddress, badField } from '@peyvand/platform/server'

/**
 * Events leave the machine encrypted, except to hosts that the installation itself names as its own.
 * @throws AppError webhooks.notSecure (400)
 */
export function requireEncrypted({ insideHosts }: Pick<App, 'insideHosts'>, url: string): void {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !insideHosts.includes(hostname.toLowerCase()))
    throw new AppError('webhooks.notSecure')
}

/**
 * Refuses an address when it is saved that no delivery would go to. A name that is not known yet passes.
 * @throws AppError badInput (400) at `url`
 */
export async function checkAddress(app: Pick<App, 'insideHosts'>, url: string): Promise<void> {
  try {
    requireEncrypted(app, url)
    await allowedAddress(new URL(url).hostname, app.insideHosts)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'outgoing.unknownHost') throw badField('url', error.code, error.options.params)
  }
}
