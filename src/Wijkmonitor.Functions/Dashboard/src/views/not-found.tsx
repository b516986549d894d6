import { Title } from "../parts/title";
import { say } from "../text/language";

export function NotFound() {
  return (
    <>
      <Title>{say("Deze bladzijde is er niet", "There is no such page")}</Title>
      <p>{say("Het adres klopt niet, of de bladzijde bestaat niet meer. Zoek hierboven een buurt of gemeente, of begin bij het ", "The address is wrong, or the page no longer exists. Search for a neighbourhood or municipality above, or start at the ")}<a href="/">{say("overzicht", "overview")}</a>.</p>
    </>
  );
}
