import { Title } from "../parts/title";
import { say } from "../text/language";

export function NotFound() {
  return (
    <>
      <Title>{say("Deze bladzijde is er niet", "There is no such page")}</Title>
      <p>{say("Het adres klopt niet, of wat er stond is er niet meer. Zoek hierboven een buurt of gemeente, of begin bij het ", "The address is wrong, or what was there is gone. Search for a neighbourhood or municipality above, or start at the ")}<a href="/">{say("overzicht", "overview")}</a>.</p>
    </>
  );
}
