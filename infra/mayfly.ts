import type { App } from 'aws-cdk-lib'
import { acceptFindings } from './accepted-findings.ts'
import { EDGE_REGION } from './edge-region.ts'
import type { CodeOf, FunctionSurroundings } from './mayfly-function.ts'
import { planFor } from './plan.ts'
import type { Settings } from './settings-schema.ts'
import { Api } from './stacks/api.ts'
import { Backend } from './stacks/backend.ts'
import { Bill } from './stacks/bill.ts'
import { Certificates } from './stacks/certificates.ts'
import { Containers } from './stacks/containers.ts'
import { Database } from './stacks/database.ts'
import { Identity } from './stacks/identity.ts'
import { Mail } from './stacks/mail.ts'
import { Messages } from './stacks/messages.ts'
import { Migrations } from './stacks/migrations.ts'
import { Network } from './stacks/network.ts'
import { Pictures } from './stacks/pictures.ts'
import { Pipeline } from './stacks/pipeline.ts'
import { Site } from './stacks/site.ts'
import { Sweep } from './stacks/sweep.ts'
import { Watch } from './stacks/watch.ts'

/** All of Mayfly on AWS, a stack for each part. */
export function createMayfly(app: App, settings: Settings, codeOf: CodeOf, accept = acceptFindings) {
  const plan = planFor(settings)
  const { names, env } = plan
  accept(app, plan)

  const network = new Network(app, 'mayfly-network', plan)
  const database = new Database(app, 'mayfly-database', plan, network)
  const containers = new Containers(app, 'mayfly-containers', plan, network)
  const migrations = new Migrations(app, 'mayfly-migrations', plan, containers, database)
  const pipeline = new Pipeline(app, 'mayfly-pipeline', plan, network)

  const edge = new Certificates(app, 'mayfly-edge-certificates', plan, EDGE_REGION, {
    first: names.siteHost,
    others: [names.wwwHost, names.assetsHost],
  }).certificate
  const regional = new Certificates(app, 'mayfly-certificates', plan, env.region, {
    first: names.apiHost,
    others: [names.backendHost],
  }).certificate

  const surroundings: FunctionSurroundings = { plan, codeOf, network, database }
  const identity = new Identity(app, 'mayfly-identity', surroundings)
  if (settings.mailFrom) identity.addStackDependency(new Mail(app, 'mayfly-mail', plan))
  const messages = new Messages(app, 'mayfly-messages', surroundings)
  const pictures = new Pictures(app, 'mayfly-pictures', surroundings, edge)
  const sweep = new Sweep(app, 'mayfly-sweep', surroundings)
  const backend = new Backend(app, 'mayfly-backend', {
    plan,
    network,
    containers,
    database,
    identity,
    certificate: regional,
  })
  const api = new Api(app, 'mayfly-api', {
    surroundings,
    certificate: regional,
    identity,
    listener: backend.listener,
  })
  const site = new Site(app, 'mayfly-site', plan, edge, backend.balancer)
  const watch = new Watch(app, 'mayfly-watch', plan, {
    api: api.api,
    balancer: backend.balancer,
    targets: backend.targets,
    service: backend.service,
    database: database.instance,
    manyConnections: plan.size.instance.manyConnections,
    table: messages.table,
    functions: [
      api.authorizeRequest,
      api.answerPreflight,
      api.presignUpload,
      pictures.processImage,
      identity.createUser,
      messages.deliverMessage,
      sweep.expirePosts,
    ],
    deliverMessage: messages.deliverMessage,
  })
  const bill = new Bill(app, 'mayfly-bill', plan)
  return { network, database, migrations, pipeline, site, watch, bill }
}
