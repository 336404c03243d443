import { drawnAs } from './expected.ts'
import { routeIn } from './labels.ts'
import type { Drawing, Step } from './model.ts'

const GATEWAY = 'mayfly.gateway'
const AUTHORIZER = 'mayfly.authorizeRequest'
/** It passes on whatever it is given, and has no line of its own in a story. */
const BALANCER = { id: 'mayfly.balancer', before: 'mayfly.backend' }

/** Where stories go ways that are not drawn, or a request another way than its route, in sentences. */
export const storyDrift = (drawing: Drawing): string[] => [...wayDrift(drawing), ...routeDrift(drawing)]

/** A step goes along an arrow; an answer goes back along one, and says which request it answers. */
function wayDrift({ relations, steps }: Drawing): string[] {
  const toBalancer = relations
    .filter(({ to }) => to === BALANCER.id)
    .map(({ from }) => ({ from, to: BALANCER.before }))
  const ways = new Set([...relations, ...toBalancer].map(({ from, to }) => `${from} -> ${to}`))
  return steps
    .filter(({ from, to }) => !ways.has(`${from} -> ${to}`))
    .flatMap(({ story, from, to, label }) => {
      if (!ways.has(`${to} -> ${from}`))
        return [`In ${story} no arrow leads from ${from} to ${to}: ${label}.`]
      if (/\/[a-z]/.test(label)) return []
      return [`In ${story} ${from} answers ${to}, and does not say which request: ${label}.`]
    })
}

/** A request at the gateway goes on to who answers its route, and by the authorizer only when the route needs one. */
function routeDrift({ steps }: Drawing): string[] {
  return steps.flatMap((step, index) => {
    const route = routeIn(step.label)
    if (!route || step.to !== GATEWAY) return []
    const asked = askedNext(step, steps.slice(index + 1))
    const by = `mayfly.${drawnAs(route.by)}`
    return [
      ...(asked.includes(by) ? [] : [`In ${step.story} ${step.label} does not go on to ${by}.`]),
      ...(asked.includes(AUTHORIZER) && ['none', 'optional'].includes(route.auth)
        ? [`In ${step.story} ${step.label} is asked for a token that it does not need.`]
        : []),
    ]
  })
}

/** Whom the gateway asks until its next request. */
function askedNext({ story }: Step, after: readonly Step[]): string[] {
  const next = after.findIndex((step) => step.story !== story || step.to === GATEWAY)
  return after
    .slice(0, next < 0 ? after.length : next)
    .filter(({ from }) => from === GATEWAY)
    .map(({ to }) => to)
}
