/** From this region alone CloudFront takes certificates, and in it alone AWS tells what it will charge. */
export const EDGE_REGION = 'us-east-1'
