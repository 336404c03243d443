// Who is signed in here goes on to the home feed; the note is only a hint, and the server has the last word. Others
// go to the front page in the language that they chose, else in the first of their browser's that there is.
try {
  if (localStorage.getItem('mayfly-signed-in') === '1') location.replace('/home')
  else if (location.pathname === '/') {
    const languages = ['en', 'de', 'ar']
    const wanted = [localStorage.getItem('language'), ...navigator.languages]
    const language = wanted.map((tag) => tag?.split('-')[0]).find((tag) => languages.includes(tag))
    if (language && language !== 'en') location.replace(`/${language}`)
  }
} catch {
  // Storage is switched off, so no choice would be kept: the front page it is.
}
