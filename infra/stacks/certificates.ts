import { Stack } from 'aws-cdk-lib'
import * as acm from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'
import type { Plan } from '../plan.ts'
import { zoneOf } from '../records.ts'

interface Hosts {
  first: string
  others: string[]
}

/** A certificate in one region, confirmed by records in the domain's zone, where it also renews itself. */
export class Certificates extends Stack {
  readonly certificate: acm.Certificate

  constructor(scope: Construct, id: string, plan: Plan, region: string, { first, others }: Hosts) {
    super(scope, id, {
      env: { account: plan.env.account, region },
      description: `Mayfly: the certificate of ${first}.`,
    })
    this.certificate = new acm.Certificate(this, 'Certificate', {
      domainName: first,
      subjectAlternativeNames: others,
      validation: acm.CertificateValidation.fromDns(zoneOf(this, plan)),
    })
  }
}
