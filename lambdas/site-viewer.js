// The site's CloudFront Function (cloudfront-js-2.0) for the viewer request: which file answers an address.
// That runtime has no modules and no `for … of`: all of it is in this file, and `local/` runs the file as it is.

// The front page and the documents, in English and in the languages that have a folder.
const STATIC_PAGE = /^(\/(de|ar))?(\/(about|help|terms|privacy|accessibility))?$/

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request
  const host = request.headers.host ? request.headers.host.value : ''
  if (host.startsWith('www.') && !/(^|\.)localhost(:|$)/.test(host)) return moveToApex(host, request)
  request.uri = fileFor(request.uri)
  return request
}

function fileFor(uri) {
  const lastSegment = uri.slice(uri.lastIndexOf('/') + 1)
  if (lastSegment.includes('.')) return uri
  const page = uri.endsWith('/') ? uri.slice(0, -1) : uri
  const found = STATIC_PAGE.exec(page)
  if (found === null) return '/app.html'
  return found[3] ? `${page}.html` : `${page}/index.html`
}

function moveToApex(host, request) {
  const apex = host.slice('www.'.length)
  const location = `https://${apex}${request.uri}${queryOf(request.querystring)}`
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: location } },
  }
}

// CloudFront gives names and values as they were sent, still encoded.
function queryOf(querystring) {
  const pairs = []
  Object.keys(querystring).forEach((name) => {
    const parameter = querystring[name]
    const all = parameter.multiValue || [parameter]
    all.forEach((one) => {
      pairs.push(one.value === '' ? name : `${name}=${one.value}`)
    })
  })
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
