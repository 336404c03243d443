import type { Post } from '@mayfly/contract/posts'
import { halfLife, shareSoFar } from '@mayfly/domain/post-life'
import { timeLeft } from '../clock/time-left.ts'
import { t } from '../language/words.ts'
import { useRead } from '../use-api.ts'

const MINUTE = 60_000
const [WIDTH, HEIGHT] = [480, 32]

/** How one's own post did over its life, in a line that goes with it. Its room is there from the beginning. */
export function PostLife({ post, life }: { post: Post; life: number }) {
  const { data } = useRead(
    'showPostLife',
    { id: post.id },
    { staleTime: MINUTE, refetchInterval: MINUTE, gcTime: 0 },
  )
  return (
    <section aria-label={t('How it did')} className="post-life">
      {data && <Line parts={data.parts} passed={1 - life} />}
      <p>{data && inWords(data.parts, Date.parse(post.expiresAt) - Date.parse(post.createdAt))}</p>
    </section>
  )
}

function Line({ parts, passed }: { parts: readonly number[]; passed: number }) {
  const half = halfLife(parts)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="rtl:-scale-x-100"
    >
      <path className="post-life-track" d={`M0 ${HEIGHT - 1}H${WIDTH}`} />
      {half !== undefined && <path className="post-life-half" d={`M${half * WIDTH} 0V${HEIGHT}`} />}
      <path className="post-life-line" d={pathOf(parts, passed)} />
    </svg>
  )
}

/** Up to now, and no further. */
function pathOf(parts: readonly number[], passed: number): string {
  const end = passed * WIDTH
  const points = shareSoFar(parts)
    .map((share, index) => [((index + 1) / parts.length) * WIDTH, share] as const)
    .filter(([x]) => x < end)
  const last = points.at(-1)?.[1] ?? 0
  const now = parts.some((part) => part > 0) ? 1 : last
  const all = [[0, 0] as const, ...points, [end, now] as const]
  return `M${all.map(([x, share]) => `${x.toFixed(1)} ${(HEIGHT - 1 - share * (HEIGHT - 2)).toFixed(1)}`).join('L')}`
}

function inWords(parts: readonly number[], whole: number): string {
  const half = halfLife(parts)
  if (half === undefined) return t('No echo yet: no likes, reposts or answers.')
  return t('Half of its echo came within {time}.', { time: timeLeft(half * whole, 'long') })
}
