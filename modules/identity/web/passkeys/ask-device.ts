import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { z } from 'zod'
import type { NewCredential, UsedCredential } from '../../contract/index.ts'

/** Options as our routes answer them: the standard's own, which the browser checks. */
type Options = { challenge: string } & Record<string, unknown>

/** Lets the device make a passkey; null where the person cancels or the device has none to give. */
export async function makePasskey(options: Options): Promise<z.input<typeof NewCredential> | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const asked = options as unknown as PublicKeyCredentialCreationOptionsJSON
  return orCancelled(startRegistration({ optionsJSON: asked })) as Promise<z.input<
    typeof NewCredential
  > | null>
}

/** Lets the device answer with a passkey of this site; null as above. */
export async function answerWithPasskey(options: Options): Promise<z.input<typeof UsedCredential> | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const asked = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return orCancelled(startAuthentication({ optionsJSON: asked })) as Promise<z.input<
    typeof UsedCredential
  > | null>
}

/** The browser tells every refusal, of the person or the device, by a DOMException. */
async function orCancelled<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DOMException || (error instanceof Error && error.name === 'WebAuthnError'))
      return null
    throw error
  }
}
