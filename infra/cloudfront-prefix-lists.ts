/**
 * AWS's own list of the addresses from which CloudFront asks origins, in each region: its id never changes. Read with
 * `aws ec2 describe-managed-prefix-lists --filters Name=prefix-list-name,Values=com.amazonaws.global.cloudfront.origin-facing`.
 */
export const cloudFrontPrefixLists: Readonly<Record<string, string>> = {
  'us-east-1': 'pl-3b927c52',
  'us-east-2': 'pl-b6a144df',
  'us-west-2': 'pl-82a045eb',
  'eu-west-1': 'pl-4fa04526',
  'eu-central-1': 'pl-a3a144ca',
  'ap-northeast-1': 'pl-58a04531',
  'ap-southeast-2': 'pl-b8a742d1',
}
