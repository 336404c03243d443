import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A certificate and the key to it, as PEM. */
export interface Identity {
  certificate: string
  key: string
}

interface Signatory {
  name: string
  key: KeyObject
}

const part = (tag: number, ...contents: Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents)
  const { length } = content
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from(head), content])
}
const sequence = (...contents: Uint8Array[]) => part(0x30, ...contents)
const object = (hex: string) => part(0x06, Buffer.from(hex, 'hex'))
const text = (tag: number, value: string) => part(tag, Buffer.from(value))
const nameOf = (name: string) => sequence(part(0x31, sequence(object('550403'), text(0x0c, name))))
const ecdsaWithSha256 = sequence(object('2a8648ce3d040302'))
const authorityOnly = sequence(
  object('551d13'),
  part(0x01, Buffer.from([255])),
  part(0x04, sequence(part(0x01, Buffer.from([255])))),
)
const forHost = (host: string) => sequence(object('551d11'), part(0x04, sequence(text(0x82, host))))

function certify(name: string, publicKey: KeyObject, issuer: Signatory, extension: Buffer): string {
  const content = sequence(
    part(0xa0, part(0x02, Buffer.from([2]))),
    part(0x02, Buffer.from([1 + Math.floor(Math.random() * 100)])),
    ecdsaWithSha256,
    nameOf(issuer.name),
    sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z')),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    part(0xa3, sequence(extension)),
  )
  const signature = sign('sha256', content, issuer.key)
  const whole = sequence(content, ecdsaWithSha256, part(0x03, Buffer.from([0]), signature))
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

/** An authority of its own, and what proves to those who trust it that a server is this host. */
export function makeIdentity(host: string): { authority: string; server: Identity } {
  const keys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const own = keys()
  const server = keys()
  const authority = { name: 'An authority for tests', key: own.privateKey }
  return {
    authority: certify(authority.name, own.publicKey, authority, authorityOnly),
    server: {
      certificate: certify(host, server.publicKey, authority, forHost(host)),
      key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  }
}
