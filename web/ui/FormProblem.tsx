/** What is wrong with the form as a whole, read aloud when it appears. */
export function FormProblem({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="empty:-mt-5">
      {children && <p className="form-problem">{children}</p>}
    </div>
  )
}
