/** What a field of a form says as JSON; nothing where there is none or it is none. */
export function jsonField(form: FormData, name: string): unknown {
  const text = form.get(name);
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
