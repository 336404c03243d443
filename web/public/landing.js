// Who is signed in here goes on to the home feed. The note is only a hint; the server has the last word.
try {
  if (localStorage.getItem('mayfly-signed-in') === '1') location.replace('/home')
} catch {
  // Storage is switched off: the front page it is.
}
