import { Title } from "../parts/title";
import { say } from "../text/language";

export function NotFound() {
  return (
    <>
      <Title>{say("Deze bladzijde is er niet", "There is no such page")}</Title>
      <p>{say("Zoek hierboven een buurt of gemeente, of begin bij het ", "Search for a neighbourhood or municipality above, or start at the ")}<a href="/">{say("overzicht", "overview")}</a>.</p>
    </>
  );
}
