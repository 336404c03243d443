/**
 * Three zones of each region in which VPC links and CloudFront's VPC origins work: us-east-1 has one in which they do not,
 * Tokyo another. By their ids, for the letter of a zone means another one in each account.
 */
export const zones: Readonly<Record<string, readonly [string, string, string]>> = {
  'us-east-1': ['use1-az1', 'use1-az2', 'use1-az4'],
  'us-east-2': ['use2-az1', 'use2-az2', 'use2-az3'],
  'us-west-2': ['usw2-az1', 'usw2-az2', 'usw2-az3'],
  'eu-west-1': ['euw1-az1', 'euw1-az2', 'euw1-az3'],
  'eu-central-1': ['euc1-az1', 'euc1-az2', 'euc1-az3'],
  'ap-northeast-1': ['apne1-az1', 'apne1-az2', 'apne1-az4'],
  'ap-southeast-2': ['apse2-az1', 'apse2-az2', 'apse2-az3'],
}
