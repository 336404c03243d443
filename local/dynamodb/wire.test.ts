import { once } from 'node:events'
import { connect } from 'node:net'
import { crc32 } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { clientFor, closeHouses, keyOf, openChat, openHouse, S, TableName } from './dynamodb-for-tests.ts'
import { call, callSigned, type Signing, signedHeaders } from './signed-call-for-tests.ts'

afterEach(closeHouses)

const api = 'DynamoDB_20120810'
const streamsApi = 'DynamoDBStreams_20120810'
const typeOf = (name: string) => expect.stringMatching(new RegExp(`^com\\.amazon.*#${name}$`))

describe('a call', () => {
  it('is answered as DynamoDB does', async () => {
    const house = await openChat()
    const { url } = house.dynamodb
    const answer = await callSigned(url, `${api}.ListTables`, '{}')
    expect(answer).toMatchObject({ status: 200, body: { TableNames: [TableName] } })
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.0')
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9A-Z]{32,}$/)
    expect(answer.headers.get('x-amz-crc32')).toBe(String(crc32(answer.text)))
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const refused = await callSigned(url, `${api}.DescribeTable`, '{"TableName":"nowhere"}')
    expect(refused).toMatchObject({
      status: 400,
      body: { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException' },
    })
    expect(refused.headers.get('x-amz-crc32')).toBe(String(crc32(refused.text)))
  })

  it('is answered on the loopback address alone', async () => {
    const { dynamodb } = await openHouse()
    expect(dynamodb.url).toBe(`http://127.0.0.1:${dynamodb.port}`)
    const elsewhere = connect(dynamodb.port, '127.0.0.2')
    const [error] = await once(elsewhere, 'error')
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  })

  it.each<[string, Signing, string]>([
    ['another secret', { secretAccessKey: 'wrong' }, 'InvalidSignatureException'],
    ['an unknown key', { accessKeyId: 'AKIAOTHER' }, 'UnrecognizedClientException'],
    ['another region', { region: 'eu-west-1' }, 'InvalidSignatureException'],
    ['another service', { service: 's3' }, 'InvalidSignatureException'],
    ['a date long past', { at: new Date(Date.now() - 16 * 60_000) }, 'InvalidSignatureException'],
    ['a date to come', { at: new Date(Date.now() + 16 * 60_000) }, 'InvalidSignatureException'],
    ['its host not signed', { unsigned: ['host'] }, 'IncompleteSignatureException'],
    ['its target not signed', { unsigned: ['x-amz-target'] }, 'IncompleteSignatureException'],
  ])('is refused with %s, by tables and by streams', async (_, signing, name) => {
    const { dynamodb } = await openHouse()
    for (const operation of [`${api}.ListTables`, `${streamsApi}.ListStreams`]) {
      const answer = await callSigned(dynamodb.url, operation, '{}', signing)
      expect(answer).toMatchObject({ status: 400, body: { __type: typeOf(name) } })
    }
  })

  it('is refused without a signature, before anything else is looked at', async () => {
    const { dynamodb } = await openHouse()
    for (const operation of [`${api}.ListTables`, `${streamsApi}.ListStreams`, 'Nonsense']) {
      const { authorization: _, ...headers } = signedHeaders(dynamodb.url, operation, '{')
      expect(await call(dynamodb.url, '{', headers)).toMatchObject({
        status: 400,
        body: { __type: typeOf('MissingAuthenticationTokenException') },
      })
    }
    const missing = { body: { __type: typeOf('MissingAuthenticationTokenException') } }
    expect(await call(dynamodb.url, '', {}, 'GET')).toMatchObject(missing)
  })

  it('is refused when its body is not the one that was signed, and nothing is written', async () => {
    const { client, dynamodb } = await openChat()
    const body = JSON.stringify({ TableName, Item: keyOf('a') })
    const headers = signedHeaders(dynamodb.url, `${api}.PutItem`, body)
    const answer = await call(dynamodb.url, body.replace('"a"', '"b"'), headers)
    expect(answer).toMatchObject({ body: { __type: typeOf('InvalidSignatureException') } })
    expect(await client.scan({ TableName })).toMatchObject({ Count: 0 })
  })

  it.each([
    `${api}.UpdateTable`,
    `${api}.ExecuteStatement`,
    `${api}.toString`,
    `${streamsApi}.GetItem`,
    'DynamoDB_20111205.GetItem',
    '',
  ])('for what is not done here is refused (%s)', async (operation) => {
    const { dynamodb } = await openHouse()
    expect(await callSigned(dynamodb.url, operation, '{}')).toMatchObject({
      status: 400,
      body: { __type: typeOf('UnknownOperationException') },
    })
  })

  it('by the SDK with wrong credentials throws what the SDK knows', async () => {
    const { dynamodb } = await openHouse()
    const stranger = clientFor(dynamodb.url, {
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'wrong' },
    })
    await expect(stranger.listTables({})).rejects.toMatchObject({ name: 'InvalidSignatureException' })
  })
})

describe('a body', () => {
  it.each(['', '{', 'null', '[]', '"text"', '1', '\u0000', '['.repeat(500_000), '{"a":'.repeat(500_000)])(
    'that is not a JSON object is refused (%#)',
    async (body) => {
      const { dynamodb, errors } = await openHouse()
      expect(await callSigned(dynamodb.url, `${api}.PutItem`, body)).toMatchObject({
        status: 400,
        body: { __type: typeOf('SerializationException') },
      })
      expect(errors).toEqual([])
    },
  )

  it.each([
    ['goes too deep', { ...keyOf('a'), deep: nested(1_000) }],
    ['names a prototype', JSON.parse('{"__proto__":{"S":"x"}}')],
    ['has no kind', { ...keyOf('a'), strange: {} }],
    ['has two kinds', { ...keyOf('a'), strange: { S: 'a', N: '1' } }],
    ['has an unknown kind', { ...keyOf('a'), strange: { X: 'a' } }],
    ['has no number', { ...keyOf('a'), strange: { N: 'one' } }],
  ])('with an item that %s is refused', async (_, Item) => {
    const { dynamodb, client, errors } = await openChat()
    const body = JSON.stringify({ TableName, Item })
    expect(await callSigned(dynamodb.url, `${api}.PutItem`, body)).toMatchObject({
      status: 400,
      body: { __type: typeOf('ValidationException') },
    })
    expect(await client.scan({ TableName })).toMatchObject({ Count: 0 })
    expect(errors).toEqual([])
  })

  it('with a parameter that nobody knows is refused, not half obeyed', async () => {
    const { dynamodb } = await openChat()
    const body = JSON.stringify({ TableName, Key: keyOf('a'), Nonsense: true })
    for (const operation of [
      'GetItem',
      'PutItem',
      'DeleteItem',
      'Query',
      'UpdateTimeToLive',
      'TransactWriteItems',
    ]) {
      expect(await callSigned(dynamodb.url, `${api}.${operation}`, body)).toMatchObject({
        body: {
          __type: typeOf('ValidationException'),
          message: expect.stringMatching(/^The parameter \w+ of/),
        },
      })
    }
  })

  it('over 16 MiB is refused, and the next one is answered', async () => {
    const { dynamodb, errors } = await openHouse()
    const big = Buffer.alloc(16 * 1024 ** 2 + 1, ' ')
    expect(await callSigned(dynamodb.url, `${api}.ListTables`, big)).toMatchObject({ status: 413 })
    expect(await callSigned(dynamodb.url, `${api}.ListTables`, '{}')).toMatchObject({ status: 200 })
    expect(errors).toEqual([])
  })

  it('that is cut off does no harm', async () => {
    const { dynamodb, client, errors } = await openChat()
    const socket = connect(dynamodb.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
    await client.putItem({ TableName, Item: { ...keyOf('a'), body: S('x') } })
    socket.destroy()
    await client.putItem({ TableName, Item: { ...keyOf('b'), body: S('x') } })
    expect(errors).toEqual([])
  })
})

function nested(levels: number): object {
  let value: object = S('bottom')
  for (let level = 0; level < levels; level += 1) value = { L: [value] }
  return value
}
