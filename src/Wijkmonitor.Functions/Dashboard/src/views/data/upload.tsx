import { useRef, useState } from "preact/hooks";
import { titleOf } from "../../text/datasets";
import { asProblem, put } from "../../api/http";
import type { Dataset } from "../../api/types";
import { bytes, number } from "../../text/format";
import { pick, say } from "../../text/language";

interface Sending { name: string; share: number; outcome?: "sent" | string }

/** Files into the inbox: dragged or chosen. They are checked as every file of the inbox is; here nothing is stored. */
export function Upload({ datasets, known, asked, delivered }: { datasets: readonly string[]; known: readonly Dataset[]; asked: string | null; delivered: () => void }) {
  const [dataset, setDataset] = useState(datasets.find(d => d === asked) ?? "");
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending[]>([]);
  const [refusal, setRefusal] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const form = known.find(d => d.id === dataset);

  const send = async (files: readonly File[]): Promise<void> => {
    if (!dataset) {
      setRefusal(say("Kies eerst de dataset: die bepaalt hoe het bestand wordt gelezen.", "Choose the dataset first: it says how the file is read."));
      return;
    }
    setRefusal("");
    setSending(files.map(f => ({ name: `${f.name} (${bytes(f.size)})`, share: 0 })));
    const update = (index: number, change: Partial<Sending>): void => setSending(now => now.map((s, i) => (i === index ? { ...s, ...change } : s)));
    for (const [index, file] of files.entries()) {
      try {
        await put(`/inbox/${encodeURIComponent(dataset)}/files/${encodeURIComponent(file.name)}`, file, share => update(index, { share }));
        update(index, { share: 1, outcome: "sent" });
      } catch (e) {
        update(index, { outcome: pick(asProblem(e).said) });
      }
    }
    delivered();
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void send([...(event.dataTransfer?.files ?? [])]);
  };

  return (
    <section class="upload" aria-labelledby="upload-head">
      <h2 id="upload-head">{say("Aanleveren", "Deliver")}</h2>
      <div class={over ? "drop-zone over" : "drop-zone"} onDragOver={e => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <label>{say("Dataset", "Dataset")}
          <select value={dataset} onChange={e => { setDataset(e.currentTarget.value); setRefusal(""); }}>
            <option value="">{say("Kies een dataset", "Choose a dataset")}</option>
            {datasets.map(d => <option key={d} value={d}>{titleOf(known, d)}</option>)}
          </select>
        </label>
        <div class="drop-words">
          <p>{say("Sleep bestanden hierheen, of ", "Drag files here, or ")}<button type="button" onClick={() => input.current?.click()}>{say("kies bestanden", "choose files")}</button></p>
          {form && (
            <p>
              <a href={form.href}>{say("Welke kolommen er in horen", "Which columns it has")}</a>
              {form.template && <> · <a href={form.template} download>{say("Leeg bestand om in te vullen", "Empty file to fill in")}</a></>}
            </p>
          )}
          <p class="muted">{say("Een bestand wordt als geheel gecontroleerd. Past het niet, dan wordt er niets van opgeslagen en staat hier waarom.", "A file is checked as a whole. If it does not fit, nothing of it is stored and here is why.")}</p>
        </div>
        <input ref={input} class="unseen" type="file" multiple tabIndex={-1} aria-label={say("Bestanden", "Files")} onChange={e => { void send([...(e.currentTarget.files ?? [])]); e.currentTarget.value = ""; }} />
      </div>
      <div aria-live="polite">
        {refusal && <p class="problem-text">{refusal}</p>}
        <ul class="rows">
          {sending.map(s => (
            <li key={s.name}>
              <span>{s.name}</span>
              {s.outcome === "sent" ? <span class="delivery-state served">{say("in de inbox", "in the inbox")}</span> : s.outcome ? <span class="problem-text">{s.outcome}</span> : <span>{number(s.share * 100)}% <progress max={1} value={s.share} aria-label={s.name} /></span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
