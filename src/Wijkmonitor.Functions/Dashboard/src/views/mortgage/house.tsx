import type { Module } from "../../api/types";
import { CsvButton } from "../../parts/csv";
import { formatEuros, formatNumber } from "../../text/format";
import { localize, say } from "../../text/language";

const [left, width, floor, roof] = [40, 160, 190, 78];

/** The neighbourhood's house, filled from the ground up by the repaid amount, with its modules at the heights that unlock them. */
export function House({ modules, principal, repaid }: { modules: readonly Module[]; principal: number; repaid: number }) {
  const share = Math.max(0, Math.min(1, repaid / principal));
  const toHeight = (part: number): number => floor - (floor - roof) * part;
  return (
    <section class="kind" aria-labelledby="house-head">
      <div class="kind-head"><h2 id="house-head">{say("De delen van het huis", "The parts of the house")}</h2><CsvButton name={say("delen-van-het-huis", "parts-of-the-house")} header={[say("Deel", "Part"), say("Vrijgekomen", "Unlocked"), say("Bij (euro)", "At (euros)"), say("Nog te gaan (euro)", "To go (euros)")]} rows={() => modules.map(m => [localize(m.label), m.isUnlocked ? say("ja", "yes") : say("nee", "no"), m.threshold, m.left])} /><p class="muted">{say("Met elke aflossing komt een deel van het huis vrij voor de buurt.", "With each repayment a part of the house becomes the neighbourhood's.")}</p></div>
      <div class="house">
        <svg viewBox="0 0 240 205" role="img" aria-label={say(`${formatNumber(share * 100, 1)}% van het huis is afgelost`, `${formatNumber(share * 100, 1)}% of the house is repaid`)}>
          <path class="roof" d="M24 80 120 16l96 64z" />
          <rect class="wall" x={left} y={roof} width={width} height={floor - roof} />
          <rect class="filled" x={left} y={toHeight(share)} width={width} height={floor - toHeight(share)} />
          {modules.map(m => <line key={m.code} class={m.isUnlocked ? "threshold reached" : "threshold"} x1={left} x2={left + width} y1={toHeight(m.sharePercent / 100)} y2={toHeight(m.sharePercent / 100)} />)}
          <line class="ground" x1="14" x2="226" y1={floor} y2={floor} />
        </svg>
        <ol class="modules" reversed>
          {[...modules].reverse().map(m => (
            <li key={m.code} class={m.isUnlocked ? "unlocked" : "locked"}>
              <span class="module-name">{localize(m.label)}</span>
              <span class="badge none">{m.isUnlocked ? say("✓ van de buurt", "✓ the neighbourhood's") : say(`nog ${formatEuros(m.left)}`, `${formatEuros(m.left)} to go`)}</span>
              <span class="muted">{say("bij", "at")} {formatEuros(m.threshold)} ({formatNumber(m.sharePercent)}%)</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
