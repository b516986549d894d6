import { say } from "../text/language";

/** Says of what the address asks for that it is not there, and what is shown in its place. */
export function Unknown({ query, known }: { query: URLSearchParams; known: Record<string, string> }) {
  const asked = Object.entries(known).flatMap(([name, shown]) => {
    const value = query.get(name);
    return value && value !== shown ? [value] : [];
  });
  return asked.length === 0 ? null : (
    <p class="notice" role="status">{say(`Wat het adres vraagt (${asked.join(", ")}) is er niet; hieronder staat wat er wel is.`, `What the address asks for (${asked.join(", ")}) is not there; below is what is there.`)}</p>
  );
}
