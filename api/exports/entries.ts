import { exportHorizon } from '@mayfly/domain/exports'
import { largestKey } from '@mayfly/domain/pictures'
import { parts } from './parts.ts'
import { allOf, type Source } from './source.ts'
import type { Entry } from './zip.ts'

/** The files of an export, each read when it is taken. */
export async function* entriesOf(source: Source): AsyncGenerator<Entry> {
  yield { name: 'read-me.txt', content: inBytes(readMe(source)), isPackable: true }
  for (const [name, write] of Object.entries(parts))
    yield { name, content: inBytes(write(source)), isPackable: true }
  yield* pictures(source)
}

/** The largest that is kept of each picture: those in live posts, and those that the person wears. */
async function* pictures(source: Source): AsyncGenerator<Entry> {
  const shown = allOf(source, ({ pictures: all }, id, page, at) => all.listShown(id, page, at))
  for await (const { kind, id, postId } of shown) {
    const content = await source.stores.objects.openProcessed(largestKey(kind, id, postId))
    // It may have gone with its post since it was listed.
    if (content) yield { name: `pictures/${id}.webp`, content, isPackable: false }
  }
}

async function* readMe({ now }: Source): AsyncGenerator<string> {
  const at = now()
  yield [
    `This is what is yours on Mayfly, read on ${at.toUTCString()}.`,
    '',
    `What would have ended before ${exportHorizon(at).toUTCString()} is left out, and so is what others wrote:`,
    'posts that you like, repost, bookmark or quote are named by their ids.',
    'The photos of a post have their ids as names, in the folder pictures.',
    '',
  ].join('\n')
}

async function* inBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text)
}
