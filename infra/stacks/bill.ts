import { Duration, Stack } from 'aws-cdk-lib'
import * as budgets from 'aws-cdk-lib/aws-budgets'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { EDGE_REGION } from '../edge-region.ts'
import type { Plan } from '../plan.ts'

/** A budget that warns before the month is over, and an alarm on the bill itself. */
export class Bill extends Stack {
  constructor(scope: Construct, id: string, { settings, size, env }: Plan) {
    super(scope, id, {
      env: { account: env.account, region: EDGE_REGION },
      description: 'Mayfly: what it costs.',
    })
    const subscribers = [{ subscriptionType: 'EMAIL', address: settings.operatorEmail }]
    const notify = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
      },
      subscribers,
    })
    new budgets.CfnBudget(this, 'Budget', {
      budget: {
        budgetName: 'mayfly',
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: size.monthlyDollars, unit: 'USD' },
      },
      notificationsWithSubscribers: [notify('ACTUAL', 80), notify('ACTUAL', 100), notify('FORECASTED', 100)],
    })
    const topic = new sns.Topic(this, 'Alarm', {
      topicName: 'mayfly-bill',
      displayName: 'Mayfly',
      enforceSSL: true,
    })
    topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': env.account } },
      }),
    )
    topic.addSubscription(new EmailSubscription(settings.operatorEmail))
    const alarm = new cloudwatch.Alarm(this, 'Charges', {
      alarmName: 'mayfly-bill',
      alarmDescription: 'This month costs more than was planned. What to do: docs/deploy.md, "bill".',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/Billing',
        metricName: 'EstimatedCharges',
        dimensionsMap: { Currency: 'USD' },
        statistic: 'max',
        period: Duration.hours(6),
      }),
      threshold: size.monthlyDollars,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(topic))
  }
}
