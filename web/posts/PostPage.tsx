export function PostPage() {
  return <h1>Post</h1>
}
