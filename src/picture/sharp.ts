/** The drawing program, loaded with the first picture: that takes longer than a document without one. */
export async function loadSharp() {
  return (await import('sharp')).default;
}
